"""An invented world small enough to be read at a glance, for tests that load no content."""

from collections.abc import Mapping
from dataclasses import replace

from jumelage_bot.domain.knowledge import Entity, EntityType, Fact, Kind, Property, Role, Source
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.values import Moment, Quantity, Reference, Text, Value

PAGE = Source("page", "Nos jumelages", "Ville de Montclar", "Le texte de la page.")


def a_type(type_id: str, role: Role = Role.ATTACHED) -> EntityType:
    return EntityType(type_id, role, (), (), "{{ sujet }}", None, "", "de", (), (), None)


def a_property(property_id: str, type_id: str, kind: Kind = Kind.TEXT) -> Property:
    return Property(
        property_id,
        type_id,
        kind,
        f"la donnée {property_id}",
        (property_id,),
        (),
        "{{ sujet }} : {{ valeur }}.",
        f"{property_id} {{{{ sujet | de }}}} ?",
    )


def a_fact(subject: str, property_id: str, *values: Value) -> Fact:
    is_perishable = PROPERTIES[property_id].is_perishable
    excerpt = f"{property_id} de {subject}"
    return Fact(subject, property_id, values, PAGE.id, excerpt, is_perishable)


TYPES = [
    replace(a_type("continent", Role.AREA), via="continent"),
    a_type("commune", Role.HOME),
    replace(
        a_type("cite", Role.PARTNER),
        summary=("pays", "population", "charte"),
        item="{{ sujet }} ({{ faits.pays }}{% if faits.charte %}, {{ faits.charte }}{% endif %})",
    ),
    replace(
        a_type("lien"), belongs_to="cite", name="jumelage avec {{ parent }}", summary=("charte",)
    ),
    replace(a_type("amicale"), belongs_to="cite"),
    replace(a_type("ecole"), belongs_to="cite"),
    a_type("lieu", Role.CONTEXT),
    a_type("notion", Role.NOTION),
    replace(a_type("pays", Role.AREA), via="pays"),
    a_type("personne"),
]
PROPERTIES: Mapping[str, Property] = {
    p.id: p
    for p in [
        replace(a_property("pays", "cite", Kind.ENTITY), target="pays", identifies=True),
        replace(a_property("continent", "pays", Kind.ENTITY), target="continent"),
        replace(
            a_property("population", "cite", Kind.QUANTITY),
            is_perishable=True,
            statement="{{ sujet }} compte {{ valeur }}.",
            question="Combien d'habitants compte {{ sujet }} ?",
        ),
        replace(
            a_property("maire", "cite", Kind.ENTITY),
            target="personne",
            asked_of=("personne",),
            is_perishable=True,
            label="le maire",
            statement="Le maire {{ sujet | de }} est {{ valeur }}.",
            question="Qui est le maire {{ sujet | de }} ?",
        ),
        replace(
            a_property("charte", "lien", Kind.MOMENT),
            label="la date",
            statement="Le jumelage {{ parent | avec }} date {{ date_de }}.",
            question="De quand date le jumelage {{ parent | avec }} ?",
        ),
        replace(
            a_property("ecoles", "cite", Kind.CHILDREN),
            target="ecole",
            statement="{{ accueil }} soutient {{ valeur }}.",
        ),
        replace(a_property("telephone", "cite"), near=("population",), is_covered=False),
        replace(a_property("adresse", "ecole"), identifies=True),
    ]
}
ENTITIES = [
    Entity("montclar", "commune", "Montclar"),
    Entity("valombre", "cite", "Valombre", aliases=("Vallon-Ombre",)),
    Entity("kirchdorf", "cite", "Kirchdorf"),
    Entity("orsenne", "cite", "Orsenne", aliases=("Orsènne",)),
    Entity("lien-valombre", "lien", "jumelage avec Valombre", "le", parent="valombre"),
    Entity(
        "amis", "amicale", "Les Amis de Valombre", aliases=("Amis de Valombre",), parent="valombre"
    ),
    Entity("ecole-bleue", "ecole", "école Bleue", "l'", nicknames=("école",), parent="orsenne"),
    Entity("tazri", "lieu", "Tazri"),
    Entity("italie", "pays", "Italie", "l'", aliases=("italien", "italienne")),
    Entity("portugal", "pays", "Portugal", "le", aliases=("portugais",)),
    Entity("norvege", "pays", "Norvège", "la", aliases=("norvégien",)),
    Entity("europe", "continent", "Europe", "l'"),
    Entity("anna-keller", "personne", "Anna Keller"),
    Entity("entente", "notion", "entente", "l'"),
]
FACTS = [
    a_fact("valombre", "pays", Reference("italie")),
    a_fact("kirchdorf", "pays", Reference("norvege")),
    a_fact("orsenne", "pays", Reference("portugal")),
    a_fact("italie", "continent", Reference("europe")),
    a_fact("portugal", "continent", Reference("europe")),
    a_fact("valombre", "population", Quantity(50_000, "habitants", "près de")),
    a_fact("kirchdorf", "population", Quantity(780, "habitants")),
    a_fact("valombre", "maire", Reference("anna-keller")),
    a_fact("lien-valombre", "charte", Moment(1985, 5, 12)),
    a_fact("ecole-bleue", "adresse", Text("à {tazri}, en {portugal}")),
]


def a_knowledge_base(*more: Fact, source: Source = PAGE) -> KnowledgeBase:
    """Return the invented world, with more facts or another page."""
    return KnowledgeBase(
        {t.id: t for t in TYPES},
        PROPERTIES,
        {e.id: e for e in ENTITIES},
        {(f.subject, f.property): f for f in (*FACTS, *more)},
        {source.id: source},
        homonyms=("Valcombre", "Walombre", "Kirchberg"),
        foreign_places=("Espagne", "Réunion", "Italie", "Portugal", "Norvège", "Europe"),
    )
