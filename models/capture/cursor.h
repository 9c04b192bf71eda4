// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reading.h"

namespace warroom::capture {

/// Goes along the first line that says anything and keeps what each piece of it was taken for. What follows that line
/// is only ever text.
class Cursor
{
public:
    explicit Cursor(const QString& text);

    qsizetype position() const { return m_position; }
    bool atEnd() const { return m_position == m_lineEnd; } ///< Of the first line.
    bool blank() const { return m_position == m_text.size(); }

    /// Up to the next space.
    QString word() const;
    /// What is left of the first line.
    QString ahead() const { return m_text.mid(m_position, m_lineEnd - m_position); }
    /// What is left of everything, trimmed.
    QString rest() const { return m_text.mid(m_position).trimmed(); }
    QString all() const { return m_text.trimmed(); }

    /// Goes on by `length`, which was read as `kind`, and past the spaces behind.
    void take(qsizetype length, SpanKind kind);
    /// Goes on by `length` and past the spaces behind.
    void pass(qsizetype length);
    /// Says of a piece that was passed already what it was read as.
    void paint(qsizetype start, qsizetype end, SpanKind kind);
    void unpaint() { m_taken.clear(); }
    /// The whole text in pieces.
    std::vector<Span> spans() const;

private:
    QString m_text;
    qsizetype m_position = 0;
    qsizetype m_lineEnd = 0;
    std::vector<Span> m_taken; ///< In order; what lies between is text.
};

} // namespace warroom::capture
