// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/samplestore.h"

#include "recorder/chunk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QUrl>

#include <algorithm>
#include <atomic>
#include <cmath>

using namespace Qt::StringLiterals;

namespace warroom::recorder {

namespace {

/// How coarse a chunk was made, one after the other.
constexpr std::array grains{
    Milliseconds(0), Milliseconds(60'000), Milliseconds(5 * 60'000), Milliseconds(20 * 60'000), chunkLength};

/// What is so much older is made coarser once more before what is newer is touched.
constexpr int chunksBetweenGrains = 6;

QByteArray written(const std::vector<metrics::Label>& labels)
{
    QJsonArray all;
    for (const metrics::Label& label : labels) {
        all += label.name;
        all += label.value;
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

std::vector<metrics::Label> labelsFrom(const QByteArray& written)
{
    const QJsonArray all = QJsonDocument::fromJson(written).array();
    std::vector<metrics::Label> labels;
    for (qsizetype i = 0; i + 1 < all.size(); i += 2)
        labels.push_back({all[i].toString(), all[i + 1].toString()});
    return labels;
}

double largest(const metrics::Series& series)
{
    double most = 0;
    for (const double value : series.values)
        most = std::max(most, std::isfinite(value) ? std::abs(value) : 0);
    return most;
}

std::vector<const metrics::Series*> busiest(const std::vector<metrics::Series>& series, std::size_t most)
{
    std::vector<const metrics::Series*> all;
    for (const metrics::Series& each : series)
        all.push_back(&each);
    if (all.size() > most) {
        std::ranges::stable_sort(
            all, std::ranges::greater(), [](const metrics::Series* each) { return largest(*each); });
        all.resize(most);
    }
    return all;
}

qint64 chunkOf(qint64 time) { return time / chunkLength.count(); }

} // namespace

std::optional<Milliseconds> Recorded::step() const
{
    std::vector<qint64> distances;
    for (const metrics::Series& each : series)
        for (std::size_t i = 1; i < each.times.size(); ++i)
            distances.push_back(each.times[i] - each.times[i - 1]);
    if (distances.empty())
        return std::nullopt;
    const auto middle = distances.begin() + std::ptrdiff_t(distances.size() / 2);
    std::ranges::nth_element(distances, middle);
    return Milliseconds(*middle);
}

std::optional<Instant> Recorded::until() const
{
    std::optional<Instant> last;
    for (const metrics::Series& each : series) {
        if (!each.times.empty())
            last = std::max(last.value_or(Instant::min()), fromMs(each.times.back()));
    }
    return last;
}

Result<std::unique_ptr<SampleStore>> SampleStore::open(const QString& path, Access access, qint64 bound)
{
    static std::atomic<int> last{0};
    const QString name = u"warroom-samples-%1"_s.arg(++last);
    std::unique_ptr<SampleStore> store(new SampleStore(name, path, bound));
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        connection.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"_s);
        connection.setDatabaseName(u"file:%1?mode=%2"_s.arg(
            QString::fromLatin1(QUrl::toPercentEncoding(path, "/")), access == Access::Write ? u"rwc"_s : u"ro"_s));
        if (!connection.open())
            return Error{access == Access::Write ? ErrorCode::FileUnwritable : ErrorCode::FileUnreadable, path};
    }
    if (access == Access::Write) {
        if (const Result<void> made = store->make(); !made)
            return made.error();
    }
    return store;
}

SampleStore::~SampleStore()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> SampleStore::make()
{
    // What the last second brought can be asked for again: NORMAL spares the disk a wait each time.
    for (const QString& sql : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=NORMAL"_s, u"PRAGMA foreign_keys=1"_s,
             u"CREATE TABLE IF NOT EXISTS panel(id INTEGER PRIMARY KEY, incident TEXT NOT NULL, source TEXT NOT NULL,"
             " expr TEXT NOT NULL, title TEXT NOT NULL, unit TEXT NOT NULL, UNIQUE(incident, source, expr))"_s,
             u"CREATE TABLE IF NOT EXISTS series(id INTEGER PRIMARY KEY, panel INTEGER NOT NULL REFERENCES panel,"
             " labels BLOB NOT NULL, UNIQUE(panel, labels))"_s,
             u"CREATE TABLE IF NOT EXISTS chunk(series INTEGER NOT NULL REFERENCES series, number INTEGER NOT NULL,"
             " grain INTEGER NOT NULL, samples BLOB NOT NULL, PRIMARY KEY(series, number)) WITHOUT ROWID"_s}) {
        if (const Result<QSqlQuery> done = run(sql); !done)
            return done.error();
    }
    return {};
}

Result<QSqlQuery> SampleStore::run(const QString& sql, const QVariantList& values)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    bool done = query.prepare(sql);
    for (const QVariant& value : values)
        query.addBindValue(value);
    done = done && query.exec();
    if (!done)
        return Error{sql.startsWith(u"SELECT"_s) ? ErrorCode::FileUnreadable : ErrorCode::FileUnwritable, m_path};
    return query;
}

Result<qint64> SampleStore::idOf(const QString& insert, const QString& select, const QVariantList& values)
{
    if (const Result<QSqlQuery> made = run(insert, values); !made)
        return made.error();
    Result<QSqlQuery> found = run(select, values.first(select.count(u'?')));
    if (!found)
        return found.error();
    if (!found->next())
        return Error{ErrorCode::FileUnreadable, m_path};
    return found->value(0).toLongLong();
}

Result<void> SampleStore::keep(
    IncidentId incident, const metrics::Panel& panel, const std::vector<metrics::Series>& series)
{
    if (const Result<QSqlQuery> begun = run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun.error();
    const Result<void> kept = [&]() -> Result<void> {
        const Result<qint64> id = idOf(
            u"INSERT INTO panel(incident, source, expr, title, unit) VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
            u"SELECT id FROM panel WHERE incident=? AND source=? AND expr=?"_s,
            {incident.text(), panel.source.isNull() ? u""_s : panel.source, panel.expr, panel.title,
                panel.unit.isNull() ? u""_s : panel.unit});
        if (!id)
            return id.error();
        for (const metrics::Series* each : busiest(series, mostSeries)) {
            const Result<qint64> its = idOf(u"INSERT INTO series(panel, labels) VALUES(?, ?) ON CONFLICT DO NOTHING"_s,
                u"SELECT id FROM series WHERE panel=? AND labels=?"_s, {*id, written(each->labels)});
            if (!its)
                return its.error();
            if (const Result<void> done = keep(*its, *each); !done)
                return done;
        }
        return thin(incident);
    }();
    const Result<QSqlQuery> ended = run(kept ? u"COMMIT"_s : u"ROLLBACK"_s);
    return kept && !ended ? Result<void>(ended.error()) : kept;
}

Result<void> SampleStore::keep(qint64 series, const metrics::Series& samples)
{
    for (std::size_t at = 0; at < samples.times.size();) {
        const qint64 number = chunkOf(samples.times[at]);
        std::vector<Sample> fresh;
        for (; at < samples.times.size() && chunkOf(samples.times[at]) == number; ++at)
            fresh.push_back({samples.times[at], samples.values[at]});
        Result<QSqlQuery> found =
            run(u"SELECT samples, grain FROM chunk WHERE series=? AND number=?"_s, {series, number});
        if (!found)
            return found.error();
        const std::vector<Sample> known =
            found->next() ? unpacked(found->value(0).toByteArray()) : std::vector<Sample>();
        const int grain = known.empty() ? 0 : found->value(1).toInt();
        // What was made coarser stays so: it comes again with every answer that reaches back to it.
        if (grain > 0)
            continue;
        const std::vector<Sample> all = merged(known, fresh);
        if (all.size() == known.size())
            continue;
        if (const auto done = run(u"INSERT OR REPLACE INTO chunk VALUES(?, ?, 0, ?)"_s, {series, number, packed(all)});
            !done)
            return done.error();
    }
    return {};
}

Result<qint64> SampleStore::bytes(IncidentId incident)
{
    Result<QSqlQuery> sum = run(u"SELECT coalesce(sum(length(samples)), 0) FROM chunk JOIN series ON series.id=series"
                                " JOIN panel ON panel.id=panel WHERE incident=?"_s,
        {incident.text()});
    if (!sum)
        return sum.error();
    return sum->next() ? sum->value(0).toLongLong() : 0;
}

Result<void> SampleStore::thin(IncidentId incident)
{
    Result<qint64> size = bytes(incident);
    while (size && *size > m_bound) {
        const Result<bool> done = thinOldest(incident);
        if (!done)
            return done.error();
        if (!*done) // two samples an hour of each: nothing coarser says anything
            return {};
        size = bytes(incident);
    }
    return size ? Result<void>() : size.error();
}

Result<bool> SampleStore::thinOldest(IncidentId incident)
{
    const QString its = u" FROM chunk JOIN series ON series.id=series JOIN panel ON panel.id=panel WHERE incident=?"_s;
    Result<QSqlQuery> oldest =
        run(u"SELECT number, grain"_s + its + u" AND grain < ? ORDER BY number + grain * ?, number LIMIT 1"_s,
            {incident.text(), int(grains.size()) - 1, chunksBetweenGrains});
    if (!oldest)
        return oldest.error();
    if (!oldest->next())
        return false;
    const int grain = oldest->value(1).toInt() + 1;
    Result<QSqlQuery> chunks = run(u"SELECT series.id, samples"_s + its + u" AND number=? AND grain=?"_s,
        {incident.text(), oldest->value(0), grain - 1});
    if (!chunks)
        return chunks.error();
    while (chunks->next()) {
        const QByteArray few = packed(thinned(unpacked(chunks->value(1).toByteArray()), grains[std::size_t(grain)]));
        if (const auto done = run(u"UPDATE chunk SET grain=?, samples=? WHERE series=? AND number=?"_s,
                {grain, few, chunks->value(0), oldest->value(0)});
            !done)
            return done.error();
    }
    return true;
}

Result<std::vector<Recorded>> SampleStore::recorded(IncidentId incident)
{
    Result<QSqlQuery> panels =
        run(u"SELECT id, title, expr, unit, source FROM panel WHERE incident=? ORDER BY id"_s, {incident.text()});
    if (!panels)
        return panels.error();
    std::vector<Recorded> all;
    while (panels->next()) {
        Result<std::vector<metrics::Series>> series = seriesOf(panels->value(0).toLongLong());
        if (!series)
            return series.error();
        const auto text = [&](int column) { return panels->value(column).toString(); };
        all.push_back({{text(1), text(2), text(3), {}, text(4)}, std::move(*series)});
    }
    return all;
}

Result<std::vector<metrics::Series>> SampleStore::seriesOf(qint64 panel)
{
    Result<QSqlQuery> chunks = run(u"SELECT series.id, labels, samples FROM chunk JOIN series ON series.id=series"
                                   " WHERE panel=? ORDER BY series.id, number"_s,
        {panel});
    if (!chunks)
        return chunks.error();
    std::vector<metrics::Series> all;
    qint64 last = -1;
    while (chunks->next()) {
        if (const qint64 id = chunks->value(0).toLongLong(); id != last) {
            last = id;
            all.push_back({labelsFrom(chunks->value(1).toByteArray()), {}, {}});
        }
        for (const Sample& sample : unpacked(chunks->value(2).toByteArray())) {
            all.back().times.push_back(sample.time);
            all.back().values.push_back(sample.value);
        }
    }
    return all;
}

} // namespace warroom::recorder
