// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/cursor.h"

#include <algorithm>

namespace warroom::capture {

namespace {

bool isBreak(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar(QChar::LineSeparator) || c == QChar(QChar::ParagraphSeparator);
}

} // namespace

Cursor::Cursor(const QString& text) : m_text(text)
{
    const auto first = std::find_if_not(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    m_position = first - text.begin();
    m_lineEnd = std::find_if(first, text.end(), isBreak) - text.begin();
}

QString Cursor::word() const
{
    qsizetype end = m_position;
    while (end < m_lineEnd && !m_text.at(end).isSpace())
        ++end;
    return m_text.mid(m_position, end - m_position);
}

void Cursor::take(qsizetype length, SpanKind kind)
{
    paint(m_position, m_position + length, kind);
    pass(length);
}

void Cursor::pass(qsizetype length)
{
    m_position += length;
    while (m_position < m_lineEnd && m_text.at(m_position).isSpace())
        ++m_position;
}

void Cursor::paint(qsizetype start, qsizetype end, SpanKind kind)
{
    if (end > start)
        m_taken.push_back({int(start), int(end - start), kind});
}

std::vector<Span> Cursor::spans() const
{
    std::vector<Span> all;
    int end = 0;
    const auto fill = [&](int next) {
        if (next > end)
            all.push_back({end, next - end, SpanKind::Text});
    };
    for (const Span& span : m_taken) {
        fill(span.start);
        all.push_back(span);
        end = span.start + span.length;
    }
    fill(int(m_text.size()));
    return all;
}

} // namespace warroom::capture
