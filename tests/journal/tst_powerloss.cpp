// SPDX-License-Identifier: GPL-3.0-or-later
#include "imagecheck.h"
#include "support/quiettest.h"

#include <cstdio>

using namespace warroom;
using namespace warroom::support;

namespace {

int given(const char* variable, int otherwise)
{
    const int value = qEnvironmentVariableIntValue(variable);
    return value > 0 ? value : otherwise;
}

/// WARROOM_POWERLOSS_IMAGES=100000 for a long run, WARROOM_POWERLOSS_SEED for another one.
int wantedImages() { return given("WARROOM_POWERLOSS_IMAGES", 5000); }
std::uint64_t seed() { return std::uint64_t(given("WARROOM_POWERLOSS_SEED", 20260131)); }

/// What cutting the power came to.
struct Cuts {
    int cuts = 0;
    int images = 0;
    int twice = 0; ///< Images of a second cut, while the first one was being recovered from.
    std::map<Damage, int> damages;
    QString first; ///< The first damage, for people.
};

/// Cuts the power after each event, again and again until there are so many images.
class PowerCut
{
public:
    PowerCut(const Recording& told, int wanted) : m_told(told), m_wanted(wanted), m_chance(seed()), m_check(seed()) { }

    bool syncsLie = false;
    int everySecond = 0; ///< One image in so many is cut a second time.
    std::size_t first = 0; ///< Nothing is cut before this event.
    int step = 1; ///< One event in so many is cut after.

    Cuts run()
    {
        for (m_round = 0; m_cuts.images < m_wanted; ++m_round)
            cutAll();
        return m_cuts;
    }

private:
    void cutAll()
    {
        Disk disk(m_told.before);
        std::size_t acknowledged = 0;
        for (std::size_t i = 0; i < m_told.events.size() && m_cuts.images < m_wanted; ++i) {
            const DiskEvent& event = m_told.events[i];
            if (!syncsLie || event.kind != DiskEvent::Kind::Sync)
                disk.take(event);
            acknowledged += event.kind == DiskEvent::Kind::Acknowledge ? 1 : 0;
            if (i < first || (i + std::size_t(m_round)) % std::size_t(step) != 0)
                continue;
            m_cuts.cuts += m_round == 0 ? 1 : 0;
            // What is certain gives one image only.
            if (m_round > 0 && disk.settled())
                continue;
            const DiskImage image = disk.afterCut(kept(), m_chance);
            ++m_cuts.images;
            look(image, acknowledged, QStringLiteral("cut after event %1, round %2").arg(i).arg(m_round));
            if (everySecond > 0 && m_cuts.images % everySecond == 0)
                cutAgain(image, acknowledged);
        }
    }

    Disk::Kept kept() const
    {
        constexpr Disk::Kept all[] = {Disk::Kept::Nothing, Disk::Kept::All, Disk::Kept::Some, Disk::Kept::Sectors};
        return all[m_round < 2 ? m_round : 2 + m_round % 2];
    }

    void cutAgain(const DiskImage& image, std::size_t acknowledged)
    {
        Disk disk(image);
        for (const DiskEvent& event : m_check.recovery(image)) {
            disk.take(event);
            ++m_cuts.twice;
            const auto keep = disk.settled() ? Disk::Kept::All : Disk::Kept::Sectors;
            look(disk.afterCut(keep, m_chance), acknowledged, QStringLiteral("second cut"));
        }
    }

    void look(const DiskImage& image, std::size_t acknowledged, const QString& where)
    {
        const Damage damage = m_check.look(image, m_told.acts, acknowledged);
        if (damage == Damage::None)
            return;
        if (m_cuts.damages.empty())
            m_cuts.first = QStringLiteral("seed %1, %2: %3").arg(seed()).arg(where, m_check.says());
        ++m_cuts.damages[damage];
    }

    const Recording& m_told;
    int m_wanted;
    int m_round = 0;
    std::mt19937_64 m_chance;
    ImageCheck m_check;
    Cuts m_cuts;
};

int of(const Cuts& cuts, Damage damage)
{
    const auto found = cuts.damages.find(damage);
    return found == cuts.damages.end() ? 0 : found->second;
}

void print(const char* what, const Cuts& cuts)
{
    std::printf("%s: %d cuts, %d images, %d of a second cut; %d unopenable, %d unsound, %d with losses\n", what,
        cuts.cuts, cuts.images, cuts.twice, of(cuts, Damage::Unopenable), of(cuts, Damage::Unsound),
        of(cuts, Damage::Lost));
}

/// Where the last so many acts begin.
std::size_t lastChanges(const Recording& told, int acts)
{
    std::size_t at = told.events.size();
    while (at > 0 && acts > 0)
        acts -= told.events[--at].kind == DiskEvent::Kind::Acknowledge ? 1 : 0;
    return at;
}

DiskImage endOf(const Recording& told)
{
    Disk disk(told.before);
    for (const DiskEvent& event : told.events)
        disk.take(event);
    std::mt19937_64 none;
    return disk.afterCut(Disk::Kept::All, none);
}

} // namespace

/// The power goes at any moment: what was acknowledged is there, whole acts only, and the store goes on.
class TestPowerLoss : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostWhateverTheDiskKept()
    {
        CutStory story(seed());
        story.tellAll();
        const Recording told = story.recording();
        QVERIFY(endOf(told) == told.after); // nothing escaped the shim
        PowerCut cut(told, wantedImages());
        cut.everySecond = 100;
        const Cuts cuts = cut.run();
        print("as shipped", cuts);
        QVERIFY2(cuts.damages.empty(), qPrintable(cuts.first));
        QVERIFY(cuts.twice > wantedImages() / 10);
    }

    void nothingIsLostWhileALargeLogIsMoved()
    {
        CutStory story(seed());
        story.tellUntilMoved();
        const Recording told = story.recording();
        QVERIFY(endOf(told) == told.after);
        PowerCut cut(told, wantedImages() / 50);
        cut.first = lastChanges(told, 3);
        cut.step = int((told.events.size() - cut.first) / 50);
        const Cuts cuts = cut.run();
        print("a large log", cuts);
        QVERIFY2(cuts.damages.empty(), qPrintable(cuts.first));
    }

    /// The act of a process that was killed is on disk, or in the kernel's memory only: nothing tells the two apart.
    void aRetryAfterAKillIsAsDurable()
    {
        SeededIds ids(seed());
        StoreFolder room(folderForImages(), ids);
        std::vector<ToldAct> told;
        std::vector<DiskEvent> events;
        std::size_t first = 0;
        incident::Submission note;
        {
            DiskRecorder recorder(room.folder().path);
            const auto store = room.open();
            const journal::Receipt declared = done(store->perform(room.declare(QStringLiteral("Pool is full"))));
            told.push_back({declared.act, declared.entries.size(), {}});
            first = recorder.events().size();
            note = room.note(declared.incident, QStringLiteral("said twice"));
            told.push_back({note.act, done(store->perform(note)).entries.size(), {}});
            events = recorder.events();
        }
        ImageCheck check(seed());
        std::mt19937_64 chance(seed());
        for (std::size_t killed = first; killed < events.size(); ++killed) {
            Disk disk;
            for (std::size_t i = 0; i <= killed; ++i)
                disk.take(events[i]);
            putFiles(room.folder().path, disk.afterCut(Disk::Kept::All, chance));
            {
                const auto recorder = std::make_unique<DiskRecorder>(room.folder().path);
                const auto store = room.open();
                QVERIFY(store->perform(note).ok());
                for (const DiskEvent& event : recorder->events())
                    disk.take(event);
            }
            const Damage damage = check.look(disk.afterCut(Disk::Kept::Nothing, chance), told, told.size());
            QVERIFY2(damage == Damage::None, qPrintable(check.says()));
        }
    }

    void lessDurabilityIsFound_data()
    {
        QTest::addColumn<Synchronous>("synchronous");
        QTest::addColumn<bool>("syncsLie");
        QTest::addColumn<bool>("damages");
        QTest::newRow("synchronous=NORMAL") << Synchronous::Normal << false << false;
        QTest::newRow("synchronous=OFF") << Synchronous::Off << false << true;
        QTest::newRow("a disk that lies") << Synchronous::Full << true << true;
    }
    void lessDurabilityIsFound()
    {
        QFETCH(Synchronous, synchronous);
        QFETCH(bool, syncsLie);
        QFETCH(bool, damages);
        CutStory story(seed(), synchronous);
        story.tellAll();
        const Recording told = story.recording();
        PowerCut cut(told, 2000);
        cut.syncsLie = syncsLie;
        const Cuts cuts = cut.run();
        print(QTest::currentDataTag(), cuts);
        QVERIFY(of(cuts, Damage::Lost) > 100);
        QCOMPARE(of(cuts, Damage::Unsound) + of(cuts, Damage::Unopenable) > 10, damages);
    }
};

int main(int argc, char** argv)
{
    // A long run takes longer than Qt Test waits for a function.
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "86400000");
    QCoreApplication application(argc, argv);
    TestPowerLoss test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_powerloss.moc"
