// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/client.h"

#include <QTimer>

#include <functional>

namespace warroom::metrics {

/// How often a panel asks.
struct Pace {
    Milliseconds visible{15'000};
    Milliseconds hidden{60'000};
    Milliseconds longest{300'000}; ///< After many failures, each of which doubles the pause.
};

/// Keeps one panel up to date: asks again and again, with one query on its way at most.
class Poll : public QObject
{
    Q_OBJECT

public:
    /// What to ask at a moment; the range moves on with the time.
    using Asking = std::function<Query(Instant now)>;

    Poll(Client& client, const Clock& clock, Pace pace, QObject* parent = nullptr);
    ~Poll() override;

    /// From now on this, at once; what is on its way is given up.
    void ask(Asking asking);
    /// Somebody sees the panel, or nobody does.
    void show(bool visible);
    /// Now, unless a query is on its way.
    void hurry();

    bool isAsking() const { return m_job; }

Q_SIGNALS:
    void answered(const warroom::metrics::Outcome& outcome);

private:
    void start();
    void take(const Outcome& outcome);
    void plan();
    Milliseconds pause() const;

    Client& m_client;
    const Clock& m_clock;
    Pace m_pace;
    Asking m_asking;
    QPointer<Job> m_job;
    QTimer m_next;
    Milliseconds m_asked{0}; ///< When, by Clock::monotonic().
    Milliseconds m_atLeast{0}; ///< What the server asked for.
    int m_failures = 0; ///< One after the other.
    bool m_visible = true;
};

} // namespace warroom::metrics
