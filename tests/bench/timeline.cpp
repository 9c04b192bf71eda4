// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bigstore.h"
#include "bench/figures.h"
#include "desk/deskwindow.h"
#include "desk/layoutstore.h"
#include "desk/panel.h"
#include "desk/runbookshelf.h"
#include "runbook/frozen.h"
#include "runbook/library.h"
#include "runbook/reader.h"
#include "session/desk.h"
#include "timeline/timelineview.h"

#include <QApplication>
#include <QDir>

#include <algorithm>
#include <ctime>

using namespace warroom;
using namespace warroom::bench;
using namespace warroom::support;

namespace {

class Shelf : public session::PlaybookShelf
{
public:
    QStringList names() const override { return {QStringLiteral("standard")}; }
    Result<session::LoadedPlaybook> load(const QString&) const override { return standardPlaybook(); }
    void keep(const QString&) override { }
};

class Layouts : public desk::LayoutStore
{
public:
    desk::Layout layout(QSize) const override { return {}; }
    void keep(QSize, const desk::Layout&) override { }
};

struct NoRunbooks : desk::RunbookShelf {
    std::vector<Entry> entries() const override { return {}; }
    QString forAlert(const QString&, const QString&) const override { return {}; }
    Result<runbook::Route> open(const QString& id) const override { return Error{ErrorCode::FileUnreadable, id}; }
    Result<runbook::Document> read(const QString& id) const override { return Error{ErrorCode::FileUnreadable, id}; }
};

/// What this thread has worked, in milliseconds; the disk and the rest of the machine are no part of it.
double worked()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// A desk that shows an incident of so many entries.
class Shown : public QObject
{
public:
    explicit Shown(int notes)
    {
        const IncidentId incident = fill(m_room, 1, notes).front();
        m_board = std::move(session::Board::open(m_room.prepared(), m_room.clock, m_room.ids).value());
        const auto open = [this](const std::optional<IncidentId>& id) {
            auto session = session::Session::open(
                {*m_board, m_room.clock, m_room.ids, id, standardPlaybook(), QStringLiteral("Ana")});
            m_session = session->get();
            return session;
        };
        m_window = std::make_unique<desk::DeskWindow>(open,
            desk::DeskWindow::Ports{m_shelf, m_runbooks, *m_board, m_room.clock, m_layouts, m_sources, m_recorder},
            style::Theme::dark());
        if (!m_window->showIncident(incident))
            qFatal("no incident");
        m_window->resize(1600, 1000);
        m_window->show();
        connect(m_session, &session::Session::saved, this, [this] { m_saved = true; });
        m_timeline = m_window->findChild<timeline::TimelineView*>()->viewport();
        const auto lists = m_window->findChildren<desk::PanelList*>();
        const auto isSteps = [](const desk::PanelList* list) { return list->accessibleName() == u"Runbook"; };
        m_steps = (*std::ranges::find_if(lists, isSteps))->viewport();
        m_timeline->installEventFilter(this);
        m_steps->installEventFilter(this);
        oneMore(0);
    }

    /// What a note costs the window's thread until it is on disk and painted.
    double oneMore(int number)
    {
        const double before = worked();
        say(incident::Note{incident::NoteKind::Note, QStringLiteral("pool at %1 %").arg(number), false}, m_timeline);
        return worked() - before;
    }

    /// How long it takes from a runbook that was read until its steps are painted.
    double takenUp(const runbook::Runbook& runbook)
    {
        incident::AttachRunbook attach{runbook.title, {}, {}, {}, runbook::frozen(runbook)};
        for (const runbook::Step& step : runbook.steps)
            attach.steps << step.text;
        return took([&] { say(attach, m_steps); });
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        m_painted = m_painted || (m_saved && watched == m_awaited && event->type() == QEvent::Paint);
        return false;
    }

private:
    /// Until it is on disk and the widget is painted.
    void say(const incident::Command& command, const QObject* awaited)
    {
        m_saved = m_painted = false;
        m_awaited = awaited;
        m_room.clock.wall += std::chrono::seconds(1);
        m_session->submit(QStringLiteral("said"), m_room.clock.wall, command, m_room.clock.wall, {});
        while (!m_painted)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    StoreFolder m_room;
    Shelf m_shelf;
    NoRunbooks m_runbooks;
    const std::vector<playbook::MetricSource> m_sources;
    recorder::Recorder m_recorder{recorder::SampleStore::fileIn(m_room.folder().path), true};
    Layouts m_layouts;
    std::unique_ptr<session::Board> m_board;
    session::Session* m_session = nullptr;
    std::unique_ptr<desk::DeskWindow> m_window;
    QWidget* m_timeline = nullptr;
    QWidget* m_steps = nullptr;
    const QObject* m_awaited = nullptr;
    bool m_saved = false;
    bool m_painted = false;
};

/// The one of the documents with the most steps, and others after it; each is another runbook.
runbook::Runbook longestRunbook(int number)
{
    runbook::Runbook longest;
    const QDir folder(QStringLiteral(WARROOM_RUNBOOKS));
    for (const QString& name : folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        const auto document = runbook::read(*runbook::fileBytes(folder.filePath(name)), name);
        for (const runbook::Runbook& each : document->runbooks) {
            if (each.steps.size() > longest.steps.size())
                longest = each;
        }
    }
    longest.title += QStringLiteral(" %1").arg(number);
    return longest;
}

} // namespace

/// How one more entry scales with those that are there.
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    Figures figures(argc, argv);
    Shown many(figures.size(10'000, 200));
    Shown few(figures.size(1000, 100));
    const InTurn took = InTurn::of(
        figures.size(51, 3), [&](int i) { return many.oneMore(i); }, [&](int i) { return few.oneMore(i); });
    figures.ratio("an entry said and painted, 10,000 rows against 1,000", took.ratio(), 1.5);
    figures.absolute("an entry said and painted among 10,000, the window's work", median(took.ours), 16, "ms");
    std::vector<double> takenUp;
    for (int i = 0; i < figures.size(11, 1); ++i) {
        const runbook::Runbook runbook = longestRunbook(i);
        takenUp.push_back(few.takenUp(runbook));
    }
    figures.absolute("a runbook taken up until its steps are painted", median(takenUp), 100, "ms");
    return figures.exitStatus();
}
