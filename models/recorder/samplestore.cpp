// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/samplestore.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace warroom::recorder {

namespace {

/// "WARN", which no log has.
constexpr journal::Database::Mark ours{0x5741524e, 1};

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
    all.reserve(series.size());
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
    using journal::Database;
    const bool isNew = access == Access::Write && QFileInfo(path).size() == 0;
    const Database::Access how = access == Access::Read ? Database::Access::ReadOnly
        : isNew                                         ? Database::Access::Create
                                                        : Database::Access::ReadWrite;
    Result<std::unique_ptr<Database>> database = Database::open(path, how, ours);
    const Error trouble{access == Access::Write ? ErrorCode::FileUnwritable : ErrorCode::FileUnreadable, path};
    if (!database)
        return trouble;
    std::unique_ptr<SampleStore> store(new SampleStore(std::move(*database), path, bound));
    if (access == Access::Write && !store->make())
        return trouble;
    return store;
}

Result<void> SampleStore::make()
{
    // The log's own checkpoints are planned; here it does not matter when.
    for (const QString& sql : {u"PRAGMA wal_autocheckpoint=1000"_s,
             u"CREATE TABLE IF NOT EXISTS panel(id INTEGER PRIMARY KEY, incident TEXT NOT NULL, source TEXT NOT NULL,"
             " expr TEXT NOT NULL, title TEXT NOT NULL, unit TEXT NOT NULL, UNIQUE(incident, source, expr))"_s,
             u"CREATE TABLE IF NOT EXISTS series(id INTEGER PRIMARY KEY, panel INTEGER NOT NULL REFERENCES panel,"
             " labels BLOB NOT NULL, UNIQUE(panel, labels))"_s,
             u"CREATE TABLE IF NOT EXISTS chunk(series INTEGER NOT NULL REFERENCES series, number INTEGER NOT NULL,"
             " grain INTEGER NOT NULL, samples BLOB NOT NULL, PRIMARY KEY(series, number)) WITHOUT ROWID"_s,
             u"PRAGMA application_id=0x5741524e"_s, u"PRAGMA user_version=1"_s}) {
        if (const Result<void> done = m_database->exec(sql); !done)
            return done;
    }
    return {};
}

Result<void> SampleStore::keep(
    IncidentId incident, const metrics::Panel& panel, const std::vector<metrics::Series>& series)
{
    const Result<void> kept = keepAll(incident, panel, series);
    return kept ? kept : Result<void>(Error{ErrorCode::FileUnwritable, m_path});
}

Result<void> SampleStore::keepAll(
    IncidentId incident, const metrics::Panel& panel, const std::vector<metrics::Series>& series)
{
    Result<journal::Transaction> transaction = journal::Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const QString source = panel.source.isNull() ? u""_s : panel.source; // a null one would be NULL
    const QString unit = panel.unit.isNull() ? u""_s : panel.unit;
    const Result<void> known = m_database->exec(
        u"INSERT INTO panel(incident, source, expr, title, unit) VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
        {incident.text(), source, panel.expr, panel.title, unit});
    if (!known)
        return known;
    const Result<QVariant> id = m_database->value(
        u"SELECT id FROM panel WHERE incident=? AND source=? AND expr=?"_s, {incident.text(), source, panel.expr});
    if (!id)
        return id.error();
    for (const metrics::Series* each : busiest(series, mostSeries)) {
        const QVariantList its{*id, written(each->labels)};
        if (const Result<void> done =
                m_database->exec(u"INSERT INTO series(panel, labels) VALUES(?, ?) ON CONFLICT DO NOTHING"_s, its);
            !done)
            return done;
        const Result<QVariant> number = m_database->value(u"SELECT id FROM series WHERE panel=? AND labels=?"_s, its);
        if (!number)
            return number.error();
        if (const Result<void> done = keep(number->toLongLong(), *each); !done)
            return done;
    }
    if (const Result<void> done = thin(incident); !done)
        return done;
    return transaction->commit();
}

Result<void> SampleStore::keep(qint64 series, const metrics::Series& samples)
{
    for (std::size_t at = 0; at < samples.times.size();) {
        const qint64 number = chunkOf(samples.times[at]);
        std::vector<Sample> fresh;
        for (; at < samples.times.size() && chunkOf(samples.times[at]) == number; ++at)
            fresh.push_back({samples.times[at], samples.values[at]});
        if (const Result<void> kept = keepChunk(series, number, fresh); !kept)
            return kept;
    }
    return {};
}

Result<void> SampleStore::keepChunk(qint64 series, qint64 number, const std::vector<Sample>& samples)
{
    std::vector<Sample> known;
    int grain = 0;
    const Result<void> read = m_database->each(
        u"SELECT samples, grain FROM chunk WHERE series=? AND number=?"_s, {series, number}, [&](const QSqlQuery& row) {
            known = unpacked(row.value(0).toByteArray());
            grain = row.value(1).toInt();
        });
    if (!read)
        return read;
    // What was made coarser stays so: it comes again with every answer that reaches back to it.
    const std::vector<Sample> all = grain > 0 ? known : merged(known, samples);
    if (all.size() == known.size())
        return {};
    return m_database->exec(u"INSERT OR REPLACE INTO chunk VALUES(?, ?, 0, ?)"_s, {series, number, packed(all)});
}

Result<qint64> SampleStore::bytes(IncidentId incident)
{
    const Result<QVariant> sum =
        m_database->value(u"SELECT coalesce(sum(length(samples)), 0) FROM chunk JOIN series ON series.id=series"
                          " JOIN panel ON panel.id=panel WHERE incident=?"_s,
            {incident.text()});
    return sum ? Result<qint64>(sum->toLongLong()) : Result<qint64>(sum.error());
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
    std::optional<std::pair<qint64, int>> oldest;
    const Result<void> found =
        m_database->each(u"SELECT number, grain FROM chunk JOIN series ON series.id=series JOIN panel ON panel.id=panel"
                         " WHERE incident=? AND grain < ? ORDER BY number + grain * ?, number LIMIT 1"_s,
            {incident.text(), int(grains.size()) - 1, chunksBetweenGrains},
            [&](const QSqlQuery& row) { oldest.emplace(row.value(0).toLongLong(), row.value(1).toInt()); });
    if (!found)
        return found.error();
    if (!oldest)
        return false;
    const auto [number, grain] = *oldest;
    std::vector<std::pair<qint64, QByteArray>> coarser;
    const Result<void> read = m_database->each(
        u"SELECT series.id, samples FROM chunk JOIN series ON series.id=series JOIN panel ON panel.id=panel"
        " WHERE incident=? AND number=? AND grain=?"_s,
        {incident.text(), number, grain}, [&, grain = grain](const QSqlQuery& row) {
            const std::vector<Sample> all = unpacked(row.value(1).toByteArray());
            coarser.emplace_back(row.value(0).toLongLong(), packed(thinned(all, grains[std::size_t(grain) + 1])));
        });
    if (!read)
        return read.error();
    for (const auto& [series, few] : coarser) {
        if (const Result<void> done = m_database->exec(
                u"UPDATE chunk SET grain=?, samples=? WHERE series=? AND number=?"_s, {grain + 1, few, series, number});
            !done)
            return done.error();
    }
    return true;
}

Result<std::vector<Recorded>> SampleStore::recorded(IncidentId incident)
{
    std::vector<Recorded> all;
    std::vector<qint64> ids;
    Result<void> read =
        m_database->each(u"SELECT id, title, expr, unit, source FROM panel WHERE incident=? ORDER BY id"_s,
            {incident.text()}, [&](const QSqlQuery& row) {
                const auto text = [&](int column) { return row.value(column).toString(); };
                ids.push_back(row.value(0).toLongLong());
                all.push_back({{text(1), text(2), text(3), {}, text(4)}, {}});
            });
    for (std::size_t i = 0; read && i < all.size(); ++i) {
        Result<std::vector<metrics::Series>> series = seriesOf(ids[i]);
        if (series)
            all[i].series = std::move(*series);
        else
            read = series.error();
    }
    return read ? Result<std::vector<Recorded>>(std::move(all)) : Error{ErrorCode::FileUnreadable, m_path};
}

Result<std::vector<metrics::Series>> SampleStore::seriesOf(qint64 panel)
{
    std::vector<metrics::Series> all;
    qint64 last = -1;
    const Result<void> read =
        m_database->each(u"SELECT series.id, labels, samples FROM chunk JOIN series ON series.id=series"
                         " WHERE panel=? ORDER BY series.id, number"_s,
            {panel}, [&](const QSqlQuery& row) {
                if (std::exchange(last, row.value(0).toLongLong()) != row.value(0).toLongLong())
                    all.push_back({labelsFrom(row.value(1).toByteArray()), {}, {}});
                for (const Sample& sample : unpacked(row.value(2).toByteArray())) {
                    all.back().times.push_back(sample.time);
                    all.back().values.push_back(sample.value);
                }
            });
    return read ? Result<std::vector<metrics::Series>>(std::move(all)) : read.error();
}

} // namespace warroom::recorder
