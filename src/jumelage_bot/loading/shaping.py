"""Bring the content of a file to its shape, or say where it differs."""

from typing import TypeVar

from pydantic import ValidationError

from jumelage_bot.loading.faults import faults_of
from jumelage_bot.loading.problems import Problem
from jumelage_bot.loading.shapes import Shape
from jumelage_bot.loading.yaml_files import YamlFile

AnyShape = TypeVar("AnyShape", bound=Shape)


def shape(file: YamlFile, model: type[AnyShape]) -> tuple[AnyShape | None, list[Problem]]:
    """Return the content of a file in its form, or None and every fault of form."""
    try:
        return model.model_validate(file.content), []
    except ValidationError as error:
        return None, [file.problem(place, what) for place, what in faults_of(error, model)]
