// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QString>

/// Texts that break Markdown where it can be broken: the same ones for the same seed.
namespace warroom::tests {

class Hostile
{
public:
    explicit Hostile(quint32 seed) : m_random(seed) { }

    /// Pieces of markup, URLs, controls, letters and spaces; up to `lines` lines.
    QString text(int lines);
    QString line();
    /// 0 to below - 1
    int number(int below) { return m_random.bounded(below); }

private:
    QRandomGenerator m_random;
};

} // namespace warroom::tests
