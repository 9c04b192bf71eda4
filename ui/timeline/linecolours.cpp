// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/linecolours.h"

#include <QTextDocument>

namespace warroom::timeline {

using capture::SpanKind;

LineColours::LineColours(const style::Theme& theme, QTextDocument* document)
    : QSyntaxHighlighter(document), m_theme(theme)
{
}

void LineColours::show(const std::vector<capture::Span>& spans)
{
    if (spans != m_spans) {
        m_spans = spans;
        rehighlight();
    }
}

QColor LineColours::colourOf(SpanKind kind) const
{
    switch (kind) {
    case SpanKind::Text:
        return m_theme.text;
    case SpanKind::Escape:
        return m_theme.muted;
    case SpanKind::When:
    case SpanKind::Kind:
    case SpanKind::Verb:
    case SpanKind::Argument:
        return m_theme.accent;
    case SpanKind::Person:
    case SpanKind::NewPerson:
        return m_theme.hypothesis;
    case SpanKind::Unknown:
        return m_theme.bad;
    }
    Q_UNREACHABLE();
}

void LineColours::highlightBlock(const QString& text)
{
    // What is not in a span yet was typed this moment; it is text until it is read.
    QTextCharFormat plain;
    plain.setForeground(m_theme.text);
    setFormat(0, int(text.size()), plain);
    const int offset = currentBlock().position();
    for (const capture::Span& span : m_spans) {
        QTextCharFormat format;
        format.setForeground(colourOf(span.kind));
        if (span.kind == SpanKind::Unknown || span.kind == SpanKind::NewPerson)
            format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        const int start = std::max(span.start - offset, 0);
        const int end = std::min(span.start + span.length - offset, int(text.size()));
        if (end > start)
            setFormat(start, end - start, format);
    }
}

} // namespace warroom::timeline
