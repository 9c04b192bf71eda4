// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/desk.h"
#include "bench/bigstore.h"
#include "bench/figures.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>

#include <cstdio>
#include <cstring>
#include <thread>

using namespace warroom;
using namespace warroom::bench;
using namespace warroom::support;

namespace {

double now() // milliseconds of a clock that all processes share
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// A program with a window, and what is to be known of it from outside.
class Running
{
public:
    Running(const QString& program, const QStringList& arguments, const QString& home)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QLatin1String(variable), home);
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        // What offscreen cannot do.
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*.warning=false"));
        environment.insert(QStringLiteral("QT_PLUGIN_PATH"), QStringLiteral(WARROOM_BENCH_PLUGINS));
        environment.insert(QStringLiteral("QT_QPA_GENERIC_PLUGINS"), QStringLiteral("firstframe"));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const double begin = now();
        m_process.start(program, arguments);
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(120'000))
                qFatal("%s paints nothing", qPrintable(program));
        }
        const QList<QByteArray> words = m_process.readLine().simplified().split(' ');
        m_painted = words.value(1).toDouble() / 1e6 - begin;
        m_picture = words.value(2);
    }
    ~Running()
    {
        m_process.kill();
        m_process.waitForFinished(-1);
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    /// From its start to its first frame, in milliseconds.
    double painted() const { return m_painted; }
    QByteArray picture() const { return m_picture; }
    /// In MiB.
    double memory() const
    {
        for (const QByteArray& line : read(QStringLiteral("/proc/%1/status").arg(m_process.processId())).split('\n')) {
            if (line.startsWith("VmRSS:"))
                return line.simplified().split(' ').value(1).toDouble() / 1024;
        }
        qFatal("it has ended");
    }
    /// All that its threads have worked, in milliseconds.
    double worked() const
    {
        double sum = 0;
        const QString tasks = QStringLiteral("/proc/%1/task/").arg(m_process.processId());
        for (const QString& task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            sum += read(tasks + task + QStringLiteral("/schedstat")).split(' ').value(0).toDouble() / 1e6;
        return sum;
    }

private:
    QProcess m_process;
    double m_painted = 0;
    QByteArray m_picture;
};

Running desk(const StoreFolder& room)
{
    return {QStringLiteral(WARROOM_PROGRAM),
        {QStringLiteral("--data-dir"), room.folder().path, QStringLiteral("desk"), QStringLiteral("--size"),
            QStringLiteral("1600x1000")},
        QFileInfo(room.folder().path).path()};
}

Running emptyWindow(const StoreFolder& room)
{
    return {QStringLiteral(WARROOM_EMPTY_WINDOW), {}, QFileInfo(room.folder().path).path()};
}

void wait(int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); }

void starts(Figures& figures, StoreFolder& few, StoreFolder& many)
{
    const int rounds = figures.size(15, 1);
    std::vector<double> fewRows;
    const InTurn all = InTurn::of(
        rounds,
        [&](int) {
            fewRows.push_back(desk(few).painted());
            return desk(many).painted();
        },
        [&](int) { return emptyWindow(few).painted(); });
    figures.ratio("start of the desk against an empty window with a table", median(fewRows) / median(all.theirs), 2);
    figures.ratio("start with 10,000 entries against an empty window", all.ratio(), 2);
    figures.ratio("start with 10,000 entries against one with a hundred", median(all.ours) / median(fewRows), 1.1);
    figures.absolute("start with 10,000 entries", median(all.ours), 1000, "ms");
}

void memory(Figures& figures, StoreFolder& few, StoreFolder& many)
{
    const auto measured = [](const Running& running) {
        wait(1500);
        return running.memory();
    };
    const double empty = measured(emptyWindow(few));
    figures.ratio("memory of the desk against an empty window with a table", measured(desk(few)) / empty, 2);
    const double full = measured(desk(many));
    figures.absolute("memory with 10,000 entries", full, 2 * empty, "MiB");
}

void idle(Figures& figures, StoreFolder& room)
{
    const Running running = desk(room);
    wait(figures.size(10'000, 500));
    const double before = running.worked();
    const double begin = now();
    wait(figures.size(15'000, 500));
    figures.absolute("idle desk, of a core", 100 * (running.worked() - before) / (now() - begin), 1, "%");
}

void restart(Figures& figures, StoreFolder& room)
{
    std::vector<double> took;
    for (int i = 0; i < figures.size(5, 1); ++i) {
        const QByteArray before = desk(room).picture(); // ends by kill -9
        const Running again = desk(room);
        took.push_back(again.painted());
        if (again.picture() != before)
            qFatal("another screen than before");
    }
    figures.absolute("restart after kill -9 to the same timeline", median(took), 1000, "ms");
}

void exported(Figures& figures, int notes)
{
    StoreFolder room;
    fill(room, 1, notes);
    std::vector<double> times;
    for (int i = 0; i < figures.size(5, 1); ++i) {
        times.push_back(took([&] {
            QProcess process;
            process.start(QStringLiteral(WARROOM_PROGRAM),
                {QStringLiteral("--data-dir"), room.folder().path, QStringLiteral("export"), QStringLiteral("-o"),
                    QFileInfo(room.folder().path).path() + QStringLiteral("/%1.md").arg(i)});
            process.waitForFinished(-1);
            if (process.exitCode() != 0)
                qFatal("%s", process.readAllStandardError().constData());
        }));
    }
    figures.absolute("export of 1,000 entries", median(times), 1000, "ms");
}

/// Writes notes with a pause, and says of each when it was on disk.
int write(const QString& path, int count)
{
    SystemClock clock;
    RandomIds ids;
    const auto store = std::move(journal::Store::open(journal::Folder{path}, clock, ids).value());
    const IncidentId incident = store->incidents().value().front().id;
    for (int i = 0; i < count; ++i) {
        wait(37);
        done(store->perform({{ids.next(clock.now())}, incident, {{}, {}, QStringLiteral("Ana"), {}}, {}, clock.now(),
            incident::Note{incident::NoteKind::Note, QStringLiteral("seen %1").arg(i), false}}));
        std::printf("%f\n", now());
    }
    return 0;
}

void visible(Figures& figures, StoreFolder& room, int count)
{
    const IncidentId incident = room.open()->incidents().value().front().id;
    support::Desk desk(room, incident);
    const int before = int(desk->state().entries.size());
    std::vector<double> seen;
    QObject::connect(&desk.session(), &session::Session::appended, &desk.session(),
        [&] { seen.resize(desk->state().entries.size() - std::size_t(before), now()); });
    QProcess writer;
    writer.start(QCoreApplication::applicationFilePath(),
        {QStringLiteral("--write"), room.folder().path, QString::number(count)});
    if (!desk.comesTo(&session::Session::appended, [&] { return seen.size() == std::size_t(count); }))
        qFatal("not seen");
    writer.waitForFinished(-1);
    std::vector<double> waited;
    for (const double when : seen)
        waited.push_back(std::max(0.0, when - writer.readLine().toDouble()));
    figures.absolute("an entry of another process in sight after, p99", quantile(waited, 0.99), 250, "ms");
}

} // namespace

/// What the real program costs: time to its first frame, memory, rest.
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 1 && std::strcmp(argv[1], "--write") == 0)
        return write(QCoreApplication::arguments().value(2), QCoreApplication::arguments().value(3).toInt());
    Figures figures(argc, argv);
    StoreFolder few;
    fill(few, 1, 100);
    StoreFolder many;
    fill(many, 1, figures.size(10'000, 200));
    starts(figures, few, many);
    memory(figures, few, many);
    idle(figures, many);
    restart(figures, many);
    exported(figures, figures.size(1000, 100));
    visible(figures, few, figures.size(300, 10));
    return figures.exitStatus();
}
