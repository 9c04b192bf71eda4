// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "journal/database.h"
#include "metrics/answer.h"
#include "metrics/watch.h"
#include "recorder/chunk.h"

#include <memory>
#include <optional>

namespace warroom::recorder {

/// A panel of an incident with what was measured for it.
struct Recorded {
    metrics::Panel panel; ///< Without its thresholds, which are the playbook's.
    std::vector<metrics::Series> series;

    /// How far apart most of its samples are; nothing where there are none.
    std::optional<Milliseconds> step() const;
    /// The last moment that is known of any of them.
    std::optional<Instant> until() const;
};

/// The samples of the panels of incidents, in an SQLite file of their own: it may be full, damaged or gone without the
/// log taking any harm. Used on one thread.
class SampleStore
{
public:
    /// No incident has more; what is oldest becomes coarser first.
    static constexpr qint64 mostBytes = qint64(50) * 1024 * 1024;
    /// Of a panel so many series are kept, those with the largest values.
    static constexpr std::size_t mostSeries = 100;

    /// Beside the log in the data folder.
    static QString fileIn(const QString& folder) { return folder + QStringLiteral("/samples.db"); }
    enum class Access { Write, Read };
    /// For Write it is made where it is not there. FileUnwritable or FileUnreadable with the path.
    static Result<std::unique_ptr<SampleStore>> open(const QString& path, Access access, qint64 bound = mostBytes);

    /// Adds what is new in it; told twice, it is kept once.
    Result<void> keep(IncidentId incident, const metrics::Panel& panel, const std::vector<metrics::Series>& series);
    /// In the order in which the panels were first kept.
    Result<std::vector<Recorded>> recorded(IncidentId incident);
    /// What the samples of an incident take up.
    Result<qint64> bytes(IncidentId incident);

private:
    SampleStore(std::unique_ptr<journal::Database> database, QString path, qint64 bound)
        : m_database(std::move(database)), m_path(std::move(path)), m_bound(bound)
    {
    }
    Result<void> make();
    Result<void> keepAll(IncidentId incident, const metrics::Panel& panel, const std::vector<metrics::Series>& series);
    Result<void> keep(qint64 series, const metrics::Series& samples);
    Result<void> keepChunk(qint64 series, qint64 number, const std::vector<Sample>& samples);
    /// Until it is within the bound.
    Result<void> thin(IncidentId incident);
    /// False where nothing can be made coarser.
    Result<bool> thinOldest(IncidentId incident);
    Result<std::vector<metrics::Series>> seriesOf(qint64 panel);

    std::unique_ptr<journal::Database> m_database;
    const QString m_path;
    const qint64 m_bound;
};

} // namespace warroom::recorder
