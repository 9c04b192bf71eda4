// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/story.h"

#include <QRandomGenerator>

#include <algorithm>

namespace warroom::tests {

/// Entries that no rule would have let through: targets that are not there, acts and bases of others, equal clocks.
class Chaos
{
public:
    explicit Chaos(quint32 seed) : m_random(seed) { }

    std::vector<incident::Event> history(int size);
    incident::Body body();
    incident::Command command();
    /// Bytes of it flipped, taken away or doubled.
    QByteArray damaged(QByteArray bytes);

    int below(int n) { return int(m_random.bounded(n)); }
    bool oneIn(int n) { return below(n) == 0; }
    template<typename T> const T& oneOf(const std::vector<T>& all) { return all[size_t(below(int(all.size())))]; }
    template<typename T> void shuffle(std::vector<T>& all) { std::shuffle(all.begin(), all.end(), m_random); }
    Instant moment() { return at(QStringLiteral("14:00")) + std::chrono::minutes(below(12) - 2); }

private:
    EntryId entry() { return Story::act(below(m_size + 2)); }
    std::optional<EntryId> entryOrNone() { return oneIn(3) ? std::nullopt : std::optional(entry()); }
    PersonId person() { return {Story::act(below(3), 9).uuid}; }
    QString text() { return oneIn(5) ? QString() : QString(QChar(u'a' + below(5))); }
    QString severity() { return QStringLiteral("P%1").arg(below(4)); }
    QString status();
    QString role();
    incident::Body step();
    playbook::Milestone milestone() { return playbook::allMilestones[size_t(below(7))]; }

    QRandomGenerator m_random;
    int m_size = 8;
};

} // namespace warroom::tests
