// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bigstore.h"
#include "bench/figures.h"
#include "bench/plainsqlite.h"
#include "journal/columns.h"
#include "journal/search.h"

#include <QCoreApplication>

#include <cstdio>

using namespace warroom;
using namespace warroom::bench;
using namespace warroom::support;

namespace {

constexpr int notesOfOne = 5000;

/// The incidents of a big store, read by the program and by SQLite alone.
class Reading
{
public:
    Reading(StoreFolder& room, std::vector<IncidentId> incidents)
        : m_room(room),
          m_incidents(std::move(incidents)),
          m_store(room.open()),
          m_plain(room.folder().database()),
          m_select(m_plain.prepare("SELECT * FROM entry WHERE incident=? ORDER BY seq"))
    {
    }

    /// From the disk to the state that a window shows.
    InTurn open(int rounds)
    {
        return InTurn::of(
            rounds,
            [&](int i) {
                const std::unique_ptr<journal::Store> store = m_room.open();
                return took([&] { store->refresh(incident(i)).value(); });
            },
            [&](int i) { return select(i); });
    }

    /// Of entries that are in memory already.
    InTurn fold(int rounds)
    {
        return InTurn::of(
            rounds,
            [&](int i) {
                std::vector<incident::Event> events = eventsOf(incident(i));
                return took([&] { incident::fold(std::move(events)); });
            },
            [&](int i) { return select(i); });
    }

    InTurn search(const QString& first, const QString& second, int rounds)
    {
        PlainStatement like = m_plain.prepare("SELECT * FROM entry WHERE prose LIKE ? AND prose LIKE ?");
        like.bind(1, '%' + first.toUtf8() + '%');
        like.bind(2, '%' + second.toUtf8() + '%');
        return InTurn::of(
            rounds,
            [&](int) {
                return took([&] {
                    m_hits = journal::search(m_store->database(), first + QLatin1Char(' ') + second).value().size();
                });
            },
            [&](int) { return took([&] { m_matches = like.readAll(); }); });
    }

    void tellHits() const { std::printf("  (%lld entries match, %zu shown)\n", m_matches, m_hits); }

private:
    IncidentId incident(int i) const { return m_incidents[std::size_t(i) % m_incidents.size()]; }

    double select(int i)
    {
        m_select.bind(1, incident(i).text().toLatin1());
        return took([&] { m_select.readAll(); });
    }

    std::vector<incident::Event> eventsOf(IncidentId incident)
    {
        std::vector<incident::Event> events;
        const Result<void> read = m_store->database().each(
            QStringLiteral("SELECT %1 FROM entry WHERE incident=? ORDER BY seq").arg(journal::entryColumns()),
            {incident.text()}, [&](const QSqlQuery& row) { events.push_back(journal::eventFrom(row, 0)); });
        if (!read)
            qFatal("cannot read");
        return events;
    }

    StoreFolder& m_room;
    std::vector<IncidentId> m_incidents;
    std::unique_ptr<journal::Store> m_store;
    PlainSqlite m_plain;
    PlainStatement m_select;
    std::size_t m_hits = 0;
    qint64 m_matches = 0;
};

} // namespace

/// What it costs to read a log of a million entries.
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    Figures figures(argc, argv);
    const int incidents = figures.size(200, 2);
    StoreFolder room;
    std::vector<IncidentId> all;
    const double filled = took([&] { all = fill(room, incidents, figures.size(notesOfOne, 200)); });
    std::printf(
        "  (%d incidents of %d entries, written in %.0f s)\n", incidents, figures.size(notesOfOne, 200), filled / 1000);
    Reading reading(room, all);
    figures.ratio("opening an incident of 5,000 entries against SELECT", reading.open(figures.size(41, 2)).ratio(), 3);
    figures.ratio("fold of 1,000,000 entries against SELECT", reading.fold(incidents).ratio(), 5);
    const int searches = figures.size(5, 1);
    figures.ratio("search of two words against LIKE", reading.search(wordOf(100), wordOf(120), searches).ratio(), 0.01);
    reading.tellHits();
    figures.ratio(
        "search of two frequent words against LIKE", reading.search(wordOf(2), wordOf(3), searches).ratio(), 0.01);
    reading.tellHits();
    return figures.exitStatus();
}
