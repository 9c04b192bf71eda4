// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reading.h"
#include "style/theme.h"

#include <QSyntaxHighlighter>

namespace warroom::timeline {

/// Colours the pieces of the line by what they are taken for. Not by extra selections: of two that touch, Qt paints
/// only one.
class LineColours : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    LineColours(const style::Theme& theme, QTextDocument* document);

    void show(const std::vector<capture::Span>& spans);
    QColor colourOf(capture::SpanKind kind) const;

protected:
    void highlightBlock(const QString& text) override;

private:
    style::Theme m_theme;
    std::vector<capture::Span> m_spans;
};

} // namespace warroom::timeline
