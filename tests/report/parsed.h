// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

/// A document as a reader's Markdown program understands it.
namespace warroom::tests {

/// The number of a point that has none.
inline constexpr int bullet = -1;

struct Block {
    enum class Kind { Heading, Paragraph, Code, Cell, Point, Other };
    Kind kind = Kind::Other;
    QString text; ///< `<br>` and hard breaks as line breaks.
    int number = 0; ///< Level of a heading, number of a point.
    QString info; ///< Of code.

    bool operator==(const Block&) const = default;
};

struct Parsed {
    std::vector<Block> blocks; ///< In order of the document; those with text.
    std::vector<QStringList> rows; ///< Of all tables, with their heads.
    QStringList strong;
    QStringList emphasised;
    QStringList active; ///< Links, images, HTML other than `<br>`, code spans, rules, quotes: whatever we never write.

    QStringList texts(Block::Kind kind) const;
};

/// CommonMark with tables, strikethrough, task lists, maths and every kind of automatic link.
Parsed parse(const QString& markdown);

/// Tabs at the start of lines as the spaces to which md4c turns them in code.
QString withSpaces(const QString& code);

char* toString(const Block& block);

} // namespace warroom::tests
