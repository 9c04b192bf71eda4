// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/poll.h"
#include "metrics/threshold.h"
#include "playbook/metrics.h"

#include <memory>

namespace warroom::metrics {

/// What a panel is to show, of a playbook or typed.
struct Panel {
    QString title;
    QString expr; ///< Without the comparison that the playbook had at its end.
    QString unit;
    std::vector<Threshold> thresholds; ///< The comparison is one, where the playbook names no other that is bad.
    QString source; ///< Empty: the first.

    bool operator==(const Panel&) const = default;
};
Panel panelOf(const playbook::MetricPanel& panel);

/// What is known of a panel.
struct Measured {
    std::shared_ptr<const Answer> answer; ///< The last one with data in it or without; null where there was none.
    Instant answeredAt{};
    Range range; ///< What it was asked for.
    std::optional<Error> failure; ///< Why there is none, or no newer one.
};

/// Whether a source can be reached.
struct Reach {
    QString name;
    std::optional<Milliseconds> took; ///< For its last answer; none where it did not answer yet, or no longer does.
    std::optional<Error> failure;
};

/// The panels of one incident, kept up to date.
class Watch : public QObject
{
    Q_OBJECT

public:
    /// What is wrong with a source is the failure of its panels. The clock outlives the watch.
    Watch(std::vector<Panel> panels, const std::vector<playbook::MetricSource>& sources, const Clock& clock, Pace pace,
        QObject* parent = nullptr);

    const std::vector<Panel>& panels() const { return m_panels; }
    const Measured& measured(std::size_t panel) const { return m_measured[panel]; }
    const std::vector<Reach>& reach() const { return m_reach; }

    /// From that moment to another, or to the present, with about so many points. Asks at once.
    void lookFrom(Instant from, qint64 points, std::optional<Instant> until = std::nullopt);
    /// What was measured before this program asked, until there is an answer.
    void remember(std::size_t panel, std::shared_ptr<const Answer> answer, Instant answeredAt, const Range& range);
    /// Somebody sees the panels, or nobody does.
    void show(bool visible);

Q_SIGNALS:
    /// There is an answer, a failure, or something remembered.
    void measuredAnew(std::size_t panel);
    /// By a server, with data or without.
    void answered(std::size_t panel);
    /// Something else is known of a source.
    void reachChanged();

private:
    void follow(std::size_t panel);
    void take(std::size_t panel, const Outcome& outcome);
    std::size_t sourceOf(const Panel& panel) const;

    std::vector<Panel> m_panels;
    const Clock& m_clock;
    Pace m_pace;
    std::vector<Measured> m_measured;
    std::vector<Reach> m_reach;
    std::vector<std::unique_ptr<Client>> m_clients; ///< One for each source; null where it is wrong.
    std::vector<std::unique_ptr<Poll>> m_polls; ///< One for each panel; null where its source is wrong.
    std::vector<std::pair<Range, Milliseconds>> m_asked; ///< Of each panel: what, and when by Clock::monotonic().
    Instant m_from{};
    std::optional<Instant> m_until;
    qint64 m_points = 0;
};

} // namespace warroom::metrics
