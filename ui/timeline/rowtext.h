// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"
#include "words/sentence.h"

#include <QStringList>
#include <QTextLayout>

#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace warroom::timeline {

/// Where the words stand in the text, in any case of letters.
std::vector<words::Range> places(const QStringList& found, const QString& text);

/// The text of a row, wrapped to a width: at most three lines and "… +n lines", or all of it when the row is open.
class RowText
{
public:
    static constexpr int lineHeight = 19;
    static constexpr int closedLines = 3;

    struct Look {
        bool open = false;
        bool struck = false;
        QString mark; ///< "amended": stands after the text.
    };

    RowText(const words::Sentence& sentence, const Look& look, const style::Theme& theme, qreal width);

    /// A width that a line of this text does not exceed, in any weight; infinite where only laying it out can tell.
    static qreal widthAtMost(const QString& line);

    int height() const { return lineHeight * m_shown; }
    /// The width up to which it stays one line; none where it is several.
    std::optional<qreal> lineWidth() const;
    /// With these words marked wherever they are.
    void paint(QPainter& painter, QPointF at, const QStringList& found) const;

private:
    void wrap(qreal width);
    void shorten(qreal width);

    const style::Theme& m_theme;
    // By pointer because a layout cannot be moved.
    std::unique_ptr<QTextLayout> m_layout;
    QString m_more;
    int m_shown = 1;
};

} // namespace warroom::timeline
