"""What templates draw charts from: shapes in whole units of the drawing, words and numbers."""

from __future__ import annotations

from msgspec import Struct

from newsarchive.wording.said import Said


class DayView(Struct, frozen=True, kw_only=True):
    """A day's square in a calendar."""

    x: int
    y: int
    number: int
    """Of the day in its month."""
    words: Said
    """`19 July 2021`."""
    count: int
    level: int
    """Its shade, from 1; 0 where there is no article."""
    collected: bool
    """It lies between the first and the last day of which the archive has an article."""
    href: str
    """To the day on its month's page; empty where there is no article."""


class MonthView(Struct, frozen=True, kw_only=True):
    """A month of a calendar: seven columns, Monday first."""

    name: Said
    """Without its year."""
    words: Said
    """With its year."""
    href: str
    """To the month's page; empty where there is none."""
    collected: bool
    """Some of its days are."""
    width: int
    height: int
    days: tuple[DayView, ...]


class LevelView(Struct, frozen=True):
    """A shade and the numbers of articles it stands for."""

    level: int
    least: int
    most: int


class TableRow(Struct, frozen=True):
    """A row of the table that gives a chart's numbers."""

    heading: Said
    counts: tuple[int, ...]


class CalendarView(Struct, frozen=True, kw_only=True):
    """A year, a square for each day."""

    year: Said
    months: tuple[MonthView, ...]
    levels: tuple[LevelView, ...]
    exact: int
    """Articles whose day is known; no other stands on a square."""
    by_month: tuple[TableRow, ...]
    """Months with articles whose day is not known, and how many."""
    to_the_year: int
    """Articles of which the year alone is known."""
    uncollected: bool
    """Some of its days lie outside what was collected."""
    rows: tuple[TableRow, ...]


class BarView(Struct, frozen=True):
    """A month's or a year's bar."""

    x: int
    y: int
    height: int
    words: Said
    """`July 2021`."""
    count: int


class LabelView(Struct, frozen=True):
    """A year named below a timeline."""

    x: str
    """Where its year begins, in percent of the width; the end where the text has no room."""
    anchor: str
    """Which end of the text stands there: `start` or `end`."""
    text: Said


class RowView(Struct, frozen=True, kw_only=True):
    """A row of a timeline: one source, or all."""

    label: str
    href: str
    """Of a source; empty where the row stands for several or all."""
    others: int
    """The sources that share the row; 0 where it is of one, or of all."""
    count: int
    """Articles that have a column."""
    first: int
    width: int
    """The time between its first and its last article, on the base line."""
    bars: tuple[BarView, ...]


class TimelineView(Struct, frozen=True, kw_only=True):
    """Articles by month or year, in a row for each source."""

    unit: str
    """`month` or `year`: what a bar stands for."""
    width: int
    height: int
    bar: int
    """A bar's width."""
    years: tuple[int, ...]
    """Where years begin."""
    labels: tuple[LabelView, ...]
    span: Said
    rows: tuple[RowView, ...]
    """That of all articles first."""
    undated: int
    """Articles without a date, which have no column."""
    coarse: int
    """Articles whose date is not known finely enough for a column."""
    table: tuple[TableRow, ...]
    """By month or year, a number for each row of the chart; periods without any are left out."""
