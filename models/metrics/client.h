// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"
#include "base/worker.h"
#include "metrics/outcome.h"
#include "metrics/query.h"
#include "metrics/source.h"

#include <QHash>
#include <QNetworkAccessManager>

namespace warroom::metrics {

/// One query on its way. Deletes itself behind its signal; deleting it before gives the query up.
class Job : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    /// Exactly once.
    void finished(const warroom::metrics::Outcome& outcome);
};

/// Asks one source, and reads its answers on a thread of its own.
class Client : public QObject
{
    Q_OBJECT

public:
    Client(const Source& source, const Clock& clock, QObject* parent = nullptr);

    const Source& source() const { return m_source; }
    /// The job belongs to the client; its signal comes when the caller has returned to the event loop.
    Job* ask(const Query& query);

Q_SIGNALS:
    /// The source answers again after it did not.
    void reachedAgain();

private:
    void understand(quint64 number, Transfer* transfer);
    void finish(quint64 number, const Outcome& outcome);

    Source m_source;
    const Clock& m_clock;
    QNetworkAccessManager m_network;
    QHash<quint64, Job*> m_jobs; ///< By the order in which they were asked.
    quint64 m_last = 0;
    bool m_lost = false;
    Worker m_worker; ///< Ends first: its jobs use the rest.
};

} // namespace warroom::metrics
