"""What the Slack app says beside its answers."""

SHOW = "Montrer"
SHOW_LABEL = "Montrer cette réponse à tout le canal"
RETRY = "Réessayer"
RETRY_LABEL = "Poser de nouveau la même question"
USEFUL = "Utile"
USEFUL_LABEL = "Cette réponse m'a été utile"
USELESS = "Pas utile"
USELESS_LABEL = "Cette réponse ne m'a pas été utile"
SOURCE = "Source :"
ASKED = "Question :"
ABRIDGED = "… (réponse abrégée)"

THANKS = "Merci : votre avis est enregistré."
LOST = "Je ne sais pas si ma réponse vous est parvenue."
NO_LONGER_KEPT = "Cette réponse n'est plus gardée : reposez la question, puis montrez-la."
HOW_TO_ASK = (
    "Écrivez votre question après la commande, par exemple : {command} {example} "
    "La réponse n'est montrée qu'à vous."
)

HOME_TITLE = "Les villes jumelées"
HOME_INTRODUCTION = (
    "Posez une question en français : elle est comparée à ce que dit la page de la Ville, et la "
    "réponse donne sa source. Quand la page ne le dit pas, je le dis ; je n'invente rien."
)
HOME_KNOWS = "Ce que je connais"
HOME_EXAMPLES = "Par exemple"
HOME_HOW = "Comment demander"
HOME_WAYS = (
    "ici, dans l'onglet Messages : chaque fil est une conversation",
    "dans un canal, en me mentionnant : je réponds dans le fil",
    "partout, avec {command} suivi de la question : vous seul voyez la réponse",
    "sur le message de quelqu'un, avec le raccourci « Demander à Jumelage »",
)
HOME_DATA = "Ce qui est gardé"
HOME_RETENTION = (
    "Les questions et les réponses sont gardées {days} jours, puis effacées. L'auteur d'une "
    "question n'est gardé que sous une forme qui ne permet pas de le reconnaître. Rien n'est "
    "envoyé ailleurs."
)
HOME_CONTACT = "Une erreur, un manque ?"
HOME_EDITORS = "Écrivez à ceux qui tiennent le contenu : {contact}"
HOME_BUTTONS = (
    "Sous chaque réponse, « Utile » et « Pas utile » préviennent ceux qui tiennent le contenu."
)
PROMPTS_TITLE = "Que voulez-vous savoir ?"
