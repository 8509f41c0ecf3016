"""Labels: what the page of every article says of an entity in the same words."""

from dataclasses import dataclass

from markupsafe import Markup

from newsarchive.pages.setting import Here, Setting
from newsarchive.registry.entity import Entity

_ANY_ARTICLE = "articles/any/"  # from every article the same relative link leads to an entity


@dataclass(frozen=True, slots=True)
class Label:
    """An entity's link, and its kind and further names, ready to be shown on an article's page."""

    entity: Entity
    link: Markup
    names: Markup


def labels(setting: Setting) -> dict[str, Label]:
    """Return the labels of all entities that are mentioned, by their ids.

    They are made once and not for every article: most entities stand in many.
    """
    here, entities = Here(_ANY_ARTICLE, setting), setting.archive.registry.by_id
    macros = vars(setting.environment.get_template("article_parts.html").module)
    link, names = macros["label_link"], macros["label_names"]
    mentioned = (entities[id_] for id_ in setting.archive.mentions_of_entity)
    return {entity.id: Label(entity, link(here, entity), names(here, entity)) for entity in mentioned}
