// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bigstore.h"
#include "bench/figures.h"
#include "desk/deskwindow.h"
#include "desk/layoutstore.h"
#include "desk/runbookshelf.h"
#include "session/desk.h"
#include "timeline/timelineview.h"

#include <QApplication>

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
    Result<runbook::Route> open(const QString& id) const override { return Error{ErrorCode::FileUnreadable, id}; }
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
        m_window = std::make_unique<desk::DeskWindow>(
            open, m_shelf, m_runbooks, *m_board, m_room.clock, m_layouts, style::Theme::dark());
        if (!m_window->showIncident(incident))
            qFatal("no incident");
        m_window->resize(1600, 1000);
        m_window->show();
        connect(m_session, &session::Session::saved, this, [this] { m_saved = true; });
        m_window->findChild<timeline::TimelineView*>()->viewport()->installEventFilter(this);
        oneMore(0);
    }

    /// What a note costs the window's thread until it is on disk and painted.
    double oneMore(int number)
    {
        m_saved = m_painted = false;
        m_room.clock.wall += std::chrono::seconds(1);
        const double before = worked();
        m_session->submit(QStringLiteral("note"), m_room.clock.wall,
            incident::Note{incident::NoteKind::Note, QStringLiteral("pool at %1 %").arg(number), false},
            m_room.clock.wall, {});
        while (!m_painted)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return worked() - before;
    }

    bool eventFilter(QObject*, QEvent* event) override
    {
        m_painted = m_painted || (m_saved && event->type() == QEvent::Paint);
        return false;
    }

private:
    StoreFolder m_room;
    Shelf m_shelf;
    NoRunbooks m_runbooks;
    Layouts m_layouts;
    std::unique_ptr<session::Board> m_board;
    session::Session* m_session = nullptr;
    std::unique_ptr<desk::DeskWindow> m_window;
    bool m_saved = false;
    bool m_painted = false;
};

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
    return figures.exitStatus();
}
