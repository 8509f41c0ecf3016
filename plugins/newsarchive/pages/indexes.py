"""Indexes: what several kinds of page look up, made once a build."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TypeVar

from newsarchive.annotate.speakers import speaker_entity
from newsarchive.annotate.synopsis import DateRef, Presence, StatementRef, Synopsis
from newsarchive.annotation import AmbiguousMention, Annotations, DateExpression, Mention, Passage, Statement
from newsarchive.archive import Archive
from newsarchive.article import Article, Span
from newsarchive.pages.almanac import Almanac, almanac_of
from newsarchive.pages.chronology import oldest_first
from newsarchive.pages.companions import companions
from newsarchive.pages.comparing import Pair, compared_pairs
from newsarchive.pages.concordance import Line, Sentence, Spanned, line_of, sentence_of
from newsarchive.pages.gazetteer import Gazetteer
from newsarchive.pages.plan import digest
from newsarchive.pages.spoken import Spoken
from newsarchive.pages.timeline import Frame, frame_of, step_of
from newsarchive.registry.entity import Entity

_NOTHING = Synopsis()
Annotation = TypeVar("Annotation", bound=Spanned)


@dataclass(frozen=True)
class Indexes:
    """The indexes of one archive; each is made when it is first asked for."""

    archive: Archive

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles from the earliest to the latest, undated ones last."""
        return tuple(oldest_first(self.archive.articles))

    @cached_property
    def rank(self) -> dict[str, int]:
        """The position of each article in `articles`."""
        return {article.id: position for position, article in enumerate(self.articles)}

    @cached_property
    def dates(self) -> tuple[str | None, ...]:
        """The date of each of `articles`, in their order."""
        return tuple(article.date for article in self.articles)

    @cached_property
    def steps(self) -> tuple[str | None, ...]:
        """The step of `frame` that each of `articles` is dated by, in their order; a date that is in none by itself."""
        frame = self.frame
        return tuple(step_of(date, frame) if date and frame else None for date in self.dates)

    @cached_property
    def synopses(self) -> tuple[Synopsis, ...]:
        """The synopsis of each of `articles`, in their order."""
        found = self.archive.synopses
        return tuple(found.get(article.id, _NOTHING) for article in self.articles)

    @cached_property
    def presences_of_entity(self) -> dict[str, list[tuple[int, Presence]]]:
        """Where each entity that is mentioned stands: positions in `articles`, in order, each with its presence."""
        found: dict[str, list[tuple[int, Presence]]] = defaultdict(list)
        for position, synopsis in enumerate(self.synopses):
            for presence in synopsis.presences:
                found[presence.entity].append((position, presence))
        return dict(found)

    @cached_property
    def spoken_dates(self) -> tuple[tuple[int, DateRef], ...]:
        """Every date expression, with the position of its article, in the order of `articles` and of the text."""
        return tuple((position, ref) for position, synopsis in enumerate(self.synopses) for ref in synopsis.dates)

    @cached_property
    def dates_beside_entity(self) -> dict[str, list[tuple[int, DateRef]]]:
        """The resolved dates that stand in the same sentences as each entity, as in `spoken_dates`."""
        found: dict[str, list[tuple[int, DateRef]]] = defaultdict(list)
        for position, ref in self.spoken_dates:
            if ref.edtf is not None:
                for entity in ref.entities:
                    found[entity].append((position, ref))
        return dict(found)

    @cached_property
    def sayings(self) -> tuple[tuple[int, StatementRef], ...]:
        """Every statement, with the position of its article, in the order of `articles` and of the text."""
        return tuple((position, ref) for position, synopsis in enumerate(self.synopses) for ref in synopsis.statements)

    @cached_property
    def sayings_of_entity(self) -> dict[str, list[tuple[int, StatementRef]]]:
        """The statements of each entity that speaks, as in `sayings`."""
        found: dict[str, list[tuple[int, StatementRef]]] = defaultdict(list)
        for position, ref in self.sayings:
            if ref.entity:
                found[ref.entity].append((position, ref))
        return dict(found)

    @cached_property
    def unlinked_of_entity(self) -> dict[str, list[tuple[int, int]]]:
        """The ambiguous mentions that could mean each entity: positions in `articles`, and in their ambiguous ones."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for position, synopsis in enumerate(self.synopses):
            for number, (_, candidates) in enumerate(synopsis.ambiguous):
                for candidate in candidates:
                    found[candidate].append((position, number))
        return dict(found)

    def expression(self, position: int, ref: DateRef) -> DateExpression:
        """Return the date expression that `ref` stands for in the article at `position`."""
        return self.annotations(position).dates[ref.number]

    def statement(self, position: int, ref: StatementRef) -> Statement:
        """Return the statement that `ref` stands for in the article at `position`."""
        return self.annotations(position).statements[ref.number]

    def annotations(self, position: int) -> Annotations:
        """Return what was found in the article at `position` of `articles`."""
        return self.archive.annotations[self.articles[position].id]

    @cached_property
    def digests(self) -> tuple[bytes, ...]:
        """A digest (16 bytes) for each of `articles`, in their order, of its seed, its sidecar and its address."""
        return tuple(digest((article.id, article.seed, article.digest)) for article in self.articles)

    def digest_of(self, article: str) -> bytes:
        """Return the digest of the article of that id."""
        return self.digests[self.rank[article]]

    @cached_property
    def _digest_of_passage(self) -> dict[str, bytes]:
        return {one.id: digest((repr(one), *map(self.digest_of, _articles(one)))) for one in self.archive.passages}

    def digest_of_passage(self, passage: str) -> bytes:
        """Return a digest (16 bytes) of the passage of that id, with all of the articles that it stands in."""
        return self._digest_of_passage[passage]

    @cached_property
    def entities_of_sentence(self) -> dict[Sentence, tuple[str, ...]]:
        """The ids of the entities that each sentence with a date names, each once, sorted."""
        sentences = {self.sentence(expression) for expression in self.archive.dates}
        return {sentence: tuple(sorted(set(self._named_in_sentence(sentence)))) for sentence in sentences}

    @cached_property
    def dates_of_entity(self) -> dict[str, tuple[DateExpression, ...]]:
        """The resolved dates that stand in the same sentences as each entity, in the order of the articles' dates."""
        found: dict[str, list[DateExpression]] = defaultdict(list)
        for expression in self.in_order(self.archive.dates):
            if expression.edtf is not None:
                for entity in self.entities_of_sentence[self.sentence(expression)]:
                    found[entity].append(expression)
        return {entity: tuple(expressions) for entity, expressions in found.items()}

    @cached_property
    def mentions_of_block(self) -> dict[tuple[str, str], tuple[Mention, ...]]:
        """The mentions of each block, by article and block, in the order of the text."""
        found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for mention in self.archive.mentions:
            found[mention.article, mention.span.block].append(mention)
        return {place: tuple(mentions) for place, mentions in found.items()}

    @cached_property
    def companions(self) -> dict[str, Counter[str]]:
        """In how many paragraphs each entity stands with each other."""
        return companions(frozenset(named) for synopsis in self.synopses for named in synopsis.together)

    @cached_property
    def parts(self) -> dict[str, tuple[Entity, ...]]:
        """The entities that are part of each entity, by id."""
        found: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.archive.registry.entities:
            if entity.part_of:
                found[entity.part_of].append(entity)
        return {whole: tuple(parts) for whole, parts in found.items()}

    @cached_property
    def passages_of_entity(self) -> dict[str, tuple[Passage, ...]]:
        """The passages that name each entity, in the order of their ids."""
        found: dict[str, list[Passage]] = defaultdict(list)
        for passage in self.archive.passages:
            for entity in sorted(set(self._named_in(passage))):
                found[entity].append(passage)
        return {entity: tuple(passages) for entity, passages in found.items()}

    @cached_property
    def ambiguous_of_entity(self) -> dict[str, tuple[AmbiguousMention, ...]]:
        """The ambiguous mentions that could mean each entity."""
        found: dict[str, list[AmbiguousMention]] = defaultdict(list)
        for mention in self.in_order(self.archive.ambiguous):
            for candidate in mention.candidates:
                found[candidate].append(mention)
        return {entity: tuple(mentions) for entity, mentions in found.items()}

    @cached_property
    def spoken(self) -> tuple[tuple[Statement, str | None], ...]:
        """The statements in the order of the articles' dates, each with the id of the entity that speaks, if known."""
        return tuple(
            (statement, speaker_entity(statement, self.mentions_of_block.get(_speaker_place(statement), ())))
            for statement in self.in_order(self.archive.statements)
        )

    @cached_property
    def statements_of_entity(self) -> dict[str, tuple[Statement, ...]]:
        """The statements of each entity that speaks."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement, entity in self.spoken:
            if entity:
                found[entity].append(statement)
        return {entity: tuple(statements) for entity, statements in found.items()}

    @cached_property
    def compared(self) -> dict[Pair, list[Passage]]:
        """The passages that each two articles share which have a page of their own, by the sorted ids of the two."""
        return compared_pairs(self.archive)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Where the entities lie."""
        return Gazetteer(self.archive.registry.entities, self.parts)

    @cached_property
    def frame(self) -> Frame | None:
        """The stretch of time that the articles' dates span."""
        return frame_of(article.date for article in self.articles if article.date is not None)

    @cached_property
    def almanac(self) -> Almanac:
        """What stands on each date page."""
        return almanac_of(self.articles, (Spoken(position, *ref) for position, ref in self.spoken_dates))

    def in_order(self, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
        """Return annotations, which are in the order of the text, in the order of their articles' dates."""
        return tuple(sorted(annotations, key=lambda annotation: self.rank[annotation.article]))

    def sentence(self, annotation: Spanned) -> Sentence:
        """Return the sentence that holds a date expression, a statement or an ambiguous mention."""
        return self._sentences[annotation.article, annotation.span]

    @cached_property
    def _sentences(self) -> dict[tuple[str, Span], Sentence]:
        # In the order of the text, because a block's sentences are found all at once and are soon forgotten.
        annotations: Iterable[Spanned] = chain(self.archive.dates, self.archive.statements, self.archive.ambiguous)
        articles = self.archive.article_by_id
        return {(one.article, one.span): sentence_of(articles[one.article], one.span) for one in annotations}

    def lines(self, annotations: Iterable[Spanned]) -> tuple[Line, ...]:
        """Return the sentences that hold the annotations, each once, in the order of the annotations."""
        spans: dict[Sentence, list[Span]] = defaultdict(list)
        for annotation in annotations:
            spans[self.sentence(annotation)].append(annotation.span)
        articles = self.archive.article_by_id
        return tuple(line_of(articles[sentence.article], sentence, found) for sentence, found in spans.items())

    def mentions_count(self, entity: Entity) -> int:
        """Return how often `entity` is mentioned."""
        return self._mentions_counts.get(entity.id, 0)

    @cached_property
    def _mentions_counts(self) -> dict[str, int]:
        return {id_: sum([one.count for _, one in found]) for id_, found in self.presences_of_entity.items()}

    def dates_beside(self, named: Iterable[Entity]) -> tuple[DateExpression, ...]:
        """Return the resolved dates that stand in the same sentences as any of the entities `named`, each once."""
        held = chain.from_iterable(self.dates_of_entity.get(entity.id, ()) for entity in named)
        return self.in_order(sorted({(one.article, _place(one.span)): one for one in held}.values(), key=_in_article))

    def newest_first(self, annotations: Iterable[Annotation]) -> list[Annotation]:
        """Return annotations by their articles, the newest first, those of undated articles last."""
        articles = self.archive.article_by_id
        ranked = sorted(annotations, key=lambda annotation: -self.rank[annotation.article])
        return sorted(ranked, key=lambda annotation: articles[annotation.article].date is None)

    def line(self, annotation: Spanned) -> Line:
        """Return the sentence that holds a date expression, a statement or an ambiguous mention, which is marked."""
        return line_of(self.archive.article_by_id[annotation.article], self.sentence(annotation), [annotation.span])

    def passages_naming(self, entities: Iterable[str]) -> tuple[Passage, ...]:
        """Return the passages that name any of `entities`, the longest first."""
        found = {passage.id: passage for entity in entities for passage in self.passages_of_entity.get(entity, ())}
        return tuple(sorted(found.values(), key=lambda passage: (-passage.words, passage.id)))

    def _named_in_sentence(self, sentence: Sentence) -> Iterator[str]:
        span = Span(sentence.block, sentence.start, sentence.end)
        mentions = self.mentions_of_block.get((sentence.article, sentence.block), ())
        return (mention.entity for mention in _within(mentions, span))

    def _named_in(self, passage: Passage) -> Iterator[str]:
        for witness in passage.witnesses:
            found = self.archive.annotations.get(witness.article)
            named = found.mentions if found else ()
            for part in witness.parts:
                mentions = [mention for mention in named if mention.span.block == part.block]
                yield from (mention.entity for mention in _within(mentions, part))


def _articles(passage: Passage) -> list[str]:
    return sorted({witness.article for witness in passage.witnesses})


def _place(span: Span) -> tuple[int, int]:
    return int(span.block.removeprefix("p")), span.start


def _in_article(annotation: Spanned) -> tuple[int, int]:
    return _place(annotation.span)


def _speaker_place(statement: Statement) -> tuple[str, str]:
    where = statement.speaker_span or statement.span
    return statement.article, where.block


def _within(mentions: Sequence[Mention], part: Span) -> Iterator[Mention]:
    """Yield those of a block's mentions, sorted, that overlap `part`."""
    first = bisect_left(mentions, part.start, key=lambda mention: mention.span.end)
    for mention in mentions[first:]:
        if mention.span.start >= part.end:
            break
        if mention.span.end > part.start:
            yield mention
