// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/append.h"
#include "bench/bigstore.h"
#include "bench/figures.h"
#include "bench/plainsqlite.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>

#include <cstdio>

using namespace warroom;
using namespace warroom::bench;
using namespace warroom::support;

namespace {

/// One entry through the journal, and its row through SQLite alone: the same columns, search index and durability, the
/// log moved into the file as often.
InTurn appends(int rounds)
{
    StoreFolder room;
    const std::unique_ptr<journal::Store> store = room.open();
    const IncidentId incident = room.declared(*store);
    PlainSqlite written(room.folder().database());
    PlainStatement row = written.prepare("SELECT * FROM entry WHERE id=?");

    StoreFolder other;
    const journal::Folder plainFolder = other.prepared();
    PlainSqlite plain(plainFolder.database());
    plain.beDurable();
    PlainStatement begin = plain.prepare("BEGIN IMMEDIATE");
    PlainStatement entry = plain.prepare("INSERT INTO entry VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    PlainStatement text = plain.prepare("INSERT INTO entry_text(rowid, text) VALUES(last_insert_rowid(), ?)");
    PlainStatement commit = plain.prepare("COMMIT");

    std::mt19937 chance(1); // NOLINT: the same notes in every run
    QString said;
    incident::Submission note;
    const auto ours = [&](int) {
        room.clock.wall += std::chrono::seconds(1);
        said = sentence(chance);
        note = room.note(incident, said);
        return took([&] { done(store->perform(note)); });
    };
    const auto theirs = [&](int) {
        row.bind(1, note.act.text().toLatin1());
        row.step();
        entry.bindRow(row);
        row.reset();
        const QByteArray words = said.toUtf8();
        return took([&] {
            begin.run();
            entry.run();
            text.bind(1, words);
            text.run();
            commit.run();
            if (QFileInfo(plainFolder.writeAheadLog()).size() > (4 << 20))
                plain.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        });
    };
    return InTurn::of(rounds, ours, theirs);
}

/// What each append of this process takes, a line each in milliseconds; one that is refused counts as it waited.
int write(const QString& path, const QString& label, int count)
{
    SystemClock clock;
    RandomIds ids;
    const auto store = std::move(journal::Store::open(journal::Folder{path}, clock, ids).value());
    const IncidentId incident = store->find(label).value().id;
    for (int i = 0; i < count; ++i) {
        const incident::Submission note{{ids.next(clock.now())}, incident, {{}, {}, QStringLiteral("Ana"), {}}, {},
            clock.now(), incident::Note{incident::NoteKind::Note, QStringLiteral("pool at %1 %").arg(i % 100), false}};
        std::printf("%.3f\n", took([&] {
            if (const auto written = store->perform(note); !written)
                std::fprintf(stderr, "  (refused with error %d)\n", int(written.error().code));
        }));
    }
    return 0;
}

std::vector<double> threeWriters(int each)
{
    StoreFolder room;
    room.declared(*room.open());
    const QString label = room.open()->incidents().value().front().label;
    std::vector<std::unique_ptr<QProcess>> writers;
    for (int i = 0; i < 3; ++i) {
        writers.push_back(std::make_unique<QProcess>());
        writers.back()->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        writers.back()->start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--write"), room.folder().path, label, QString::number(each)});
    }
    std::vector<double> all;
    for (const auto& writer : writers) {
        writer->waitForFinished(-1);
        for (const QByteArray& line : writer->readAllStandardOutput().split('\n')) {
            if (!line.isEmpty())
                all.push_back(line.toDouble());
        }
    }
    if (all.size() != std::size_t(3 * each))
        qFatal("a writer failed");
    return all;
}

} // namespace

/// What it costs to say something until it is on disk.
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--write"))
        return write(words.value(2), words.value(3), words.value(4).toInt());
    Figures figures(argc, argv);
    const InTurn one = appends(figures.size(10'000, 100));
    figures.ratio("append against SQLite alone, p50", one.ratio(), 1.3);
    figures.ratio("append against SQLite alone, p99", one.ratio(0.99), 2);
    figures.absolute("append p50", median(one.ours), 10, "ms");
    figures.absolute(
        "append beside two other writers, p99", quantile(threeWriters(figures.size(1000, 20)), 0.99), 50, "ms");
    return figures.exitStatus();
}
