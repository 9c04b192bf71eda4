// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// Text that people typed as Markdown that says the same and does nothing.
namespace warroom::report {

/// One line that reads as `visible(text)` wherever inline Markdown may stand, also at the start of a line and in a
/// cell: ASCII punctuation is escaped but where it cannot be markup, outer spaces and tabs are written as entities. A
/// line break becomes a space.
QString escaped(const QString& text);

/// As `escaped`, but every line break becomes `<br>`: for a cell of a table or a point of a list.
QString cell(const QString& text);

/// One line of a table, of cells that are Markdown.
QString tableRow(const QStringList& cells);

/// The lines as a fenced block, character for character but for controls, which become visible: who copies code gets
/// the code that was logged. The fence is longer than any run of backticks within. `info` is left out unless it is one
/// plain word.
QString fence(const QStringList& lines, const QString& info = {});

/// The text of a section: paragraphs, points ("- ", "* "), numbered points ("1. ") and fenced code. All else that looks
/// like markup is escaped; the indentation of lines outside a fence is left out. No line break at the end.
QString blocks(const QString& text);

} // namespace warroom::report
