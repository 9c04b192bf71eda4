// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deskwindow.h"

#include "desk/clockbanner.h"
#include "desk/closesheet.h"
#include "desk/commands.h"
#include "desk/declaresheet.h"
#include "desk/desklayout.h"
#include "desk/everything.h"
#include "desk/factssheet.h"
#include "desk/incidentchoices.h"
#include "desk/incidentpage.h"
#include "desk/incidenttabs.h"
#include "desk/keyssheet.h"
#include "desk/logbanner.h"
#include "desk/postmortemsheet.h"
#include "desk/resolvesheet.h"
#include "desk/runbooksheet.h"
#include "desk/runbooktextsheet.h"
#include "desk/secondticker.h"
#include "desk/sheetstack.h"
#include "desk/statusline.h"
#include "desk/updatesheet.h"
#include "desk/whynot.h"
#include "incident/clocks.h"
#include "journal/drafts.h"
#include "timeline/timelinecard.h"
#include "words/refusal.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QApplication>
#include <QEvent>
#include <QScreen>
#include <QVBoxLayout>

namespace warroom::desk {

DeskWindow::DeskWindow(OpenSession openSession, const Ports& ports, const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_shelf(ports.playbooks),
      m_runbooks(ports.runbooks),
      m_board(ports.board),
      m_clock(ports.clock),
      m_theme(theme),
      m_layout(new DeskLayout(ports.layouts, this)),
      m_tabs(new IncidentTabs(ports.board, theme, this)),
      m_log(new LogBanner(theme, this)),
      m_behind(new ClockBanner(theme, this)),
      m_pages(new Pages(
          std::move(openSession), ports.board, *m_layout, {ports.sources, ports.clock, ports.recorder}, theme, this)),
      m_status(new StatusLine(theme, this)),
      m_commands(new Commands(this)),
      m_sheets(new SheetStack(this))
{
    build();
    connectPages();
    connectTabs();
    connectLog();
    bindIncidentCommands();
    bindEnd();
    bindIncidents();
    bindCommands();
    connect(new SecondTicker(m_clock, this), &SecondTicker::ticked, this, &DeskWindow::showClocks);
    connect(&m_board, &session::Board::changed, this, [this] { showClocks(m_clock.now()); });
    connect(&ports.recorder, &recorder::Recorder::failed, this, [this](const Error& error) {
        page().card().line().tell(tr("What is measured is not kept. %1").arg(words::refusal(error)));
    });
    connect(this, &DeskWindow::shown, this, &DeskWindow::tellFound, Qt::QueuedConnection); // first it is in sight
    connect(this, &DeskWindow::themeSet, this, &DeskWindow::takeTheme, Qt::QueuedConnection);
}

DeskWindow::~DeskWindow()
{
    // The pages tell of their end, which this window would not live to hear.
    m_pages->disconnect(this);
    m_sheets->disconnect(this);
    delete m_pages;
}

void DeskWindow::build()
{
    setMinimumSize(720, 420);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_log);
    column->addWidget(m_behind);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
}

void DeskWindow::connectPages()
{
    connect(m_pages, &Pages::stateShown, this, &DeskWindow::showState);
    connect(m_pages, &Pages::saveStateShown, this, &DeskWindow::showSaveState);
    connect(m_pages, &Pages::reachShown, this, &DeskWindow::showReach);
    connect(m_pages, &Pages::asked, m_commands, &Commands::perform);
    connect(m_pages, &Pages::incidentAsked, this, &DeskWindow::askIncident);
    connect(m_pages, &Pages::entryAsked, this, [this](IncidentId incident, EntryId entry) {
        askIncident(incident);
        page().card().showEntry(entry);
    });
    connect(m_pages, &Pages::sheetAsked, m_sheets, [this](Sheet* sheet) { m_sheets->open(sheet); });
    connect(m_sheets, &SheetStack::cleared, this, [this] { page().focusLine(); });
    connect(m_sheets, &SheetStack::kept, this, &DeskWindow::tellKept);
    // Later: whoever left may still be at something.
    connect(m_sheets, &SheetStack::cleared, this, &DeskWindow::takeTheme, Qt::QueuedConnection);
}

void DeskWindow::connectLog()
{
    connect(m_log, &LogBanner::wayOutAsked, this, &DeskWindow::wayOutAsked);
    m_log->show(m_board.folder().readOnly, m_damage, m_copyProblem);
}

void DeskWindow::showLog(const session::Damage& damage, const std::optional<Error>& copyProblem)
{
    m_damage = damage;
    m_copyProblem = copyProblem;
    m_log->show(m_board.folder().readOnly, m_damage, m_copyProblem);
}

void DeskWindow::connectTabs() { connect(m_tabs, &IncidentTabs::incidentAsked, this, &DeskWindow::askIncident); }

const session::Session& DeskWindow::session() const { return page().session(); }
IncidentPage& DeskWindow::page() const { return m_pages->current(); }

Result<void> DeskWindow::showIncident(const std::optional<IncidentId>& incident) { return m_pages->show(incident); }

void DeskWindow::perform(Act act) { m_commands->perform(act); }

void DeskWindow::askIncident(const std::optional<IncidentId>& incident)
{
    focusLine(); // and no form about the one before
    page().leaveSearch();
    if (const Result<void> shown = showIncident(incident); !shown)
        page().card().line().tell(words::refusal(shown.error()));
}

void DeskWindow::bindIncidents()
{
    m_commands->bind(Act::StartPage, [this] {
        askIncident(std::nullopt);
        page().leaveSearch();
    });
    for (int number = 1; number <= tabKeys; ++number) {
        m_commands->bind(
            tabAct(number), [this, number] { askIncident(m_tabs->incident(number)); },
            [this, number] {
                return m_tabs->incident(number) ? QString() : tr("There is no open incident %1.").arg(number);
            });
    }
}

void DeskWindow::declare()
{
    const Result<IncidentPage*> target = m_pages->undeclared();
    if (!target) {
        page().card().line().tell(words::refusal(target.error()));
        return;
    }
    m_sheets->open(Act::Declare, *target, [this, target = *target] {
        auto* sheet = new DeclareSheet(*target, m_shelf, m_theme, this);
        connect(sheet, &DeclareSheet::confirmed, this, [this, target] { m_pages->setCurrentWidget(target); });
        return sheet;
    });
}

void DeskWindow::bindCommands()
{
    m_commands->bind(Act::Line, [this] { focusLine(); });
    m_commands->bind(Act::Slash, [this] {
        focusLine();
        page().card().line().type(QStringLiteral("/"));
    });
    m_commands->bind(
        Act::Roles,
        [this] {
            focusLine();
            m_layout->setSideShown(true);
            page().focusRoles();
        },
        [this] { return whyNoSide(); });
    m_commands->bind(
        Act::Side,
        [this] {
            m_layout->setSideShown(!m_layout->current().sideShown);
            if (!m_sheets->top())
                page().focusLine();
        },
        [this] { return whyNoSide(); });
    m_commands->bind(Act::NextPanel, [this] { m_sheets->top() ? focusLine() : page().focusNextPanel(); });
    // Behind a form nobody would see it.
    const auto inSight = [this](Act act, void (timeline::TimelineCard::*come)()) {
        const auto run = [this, come] {
            if (m_sheets->top())
                focusLine();
            (page().card().*come)();
        };
        m_commands->bind(act, run, [this] { return whynot::noIncident(session(), m_board); });
    };
    inSight(Act::LastSaved, &timeline::TimelineCard::showLast);
    inSight(Act::Jump, &timeline::TimelineCard::jump);
    m_commands->bind(Act::Search, [this] {
        if (m_sheets->top())
            focusLine();
        page().search();
    });
    m_commands->bind(
        Act::Keys, [this] { m_sheets->open(Act::Keys, nullptr, [this] { return new KeysSheet(m_theme, this); }); });
    m_commands->bind(
        Act::Everything, [this] { m_sheets->open(Act::Everything, nullptr, [this] { return makePalette(); }); });
    // In the line itself Esc has a meaning of its own; everywhere else it leads back to it.
    m_commands->bind(Act::Back, [this] {
        page().leaveSearch();
        page().focusLine();
    });
    m_commands->bind(Act::LookDesktop, [this] { Q_EMIT lookChosen(style::Look::Desktop); });
    m_commands->bind(Act::LookDark, [this] { Q_EMIT lookChosen(style::Look::Dark); });
    m_commands->bind(Act::LookLight, [this] { Q_EMIT lookChosen(style::Look::Light); });
    connect(m_commands, &Commands::asked, this, [this] { page().card().line().untell(); });
    connect(m_commands, &Commands::refused, this, [this](const QString& why) {
        if (Sheet* form = m_sheets->top())
            form->showProblem(why);
        else
            page().card().line().tell(why);
    });
}

void DeskWindow::bindIncidentCommands()
{
    const auto none = [this] { return whynot::notSaid(session(), m_board); };
    const auto form = [this](Act act, auto make) { return [this, act, make] { m_sheets->open(act, &page(), make); }; };
    m_commands->bind(
        Act::Declare, [this] { declare(); }, [this] { return whynot::readOnly(session()); });
    m_commands->bind(
        Act::Update, [this] { openUpdate(); }, none);
    m_commands->bind(
        Act::NoChange, [this] { sayNoChange(); }, [this] { return whynot::notUpdated(session(), m_board); });
    m_commands->bind(
        Act::Severity, form(Act::Severity, [this] { return makeSeveritySheet(page(), m_theme, this); }), none);
    m_commands->bind(Act::Status, form(Act::Status, [this] { return makeStatusSheet(page(), m_theme, this); }), none);
    m_commands->bind(Act::Export, form(Act::Export, [this] { return makeExport(); }),
        [this] { return whynot::noIncident(session(), m_board); });
    m_commands->bind(Act::Facts, form(Act::Facts, [this] { return new FactsSheet(page(), m_theme, this); }), none);
    m_commands->bind(
        Act::Acknowledge, [this] { acknowledge(); }, none);
    m_commands->bind(
        Act::Runbook,
        [this] {
            m_sheets->open(
                Act::Runbook, nullptr, [this] { return makeRunbookSheet(m_runbooks, page(), m_theme, this); });
        },
        [this] { return whynot::noRunbook(session(), m_board, m_runbooks); });
    m_commands->bind(
        Act::RunbookText,
        [this] {
            m_sheets->open(Act::RunbookText, nullptr,
                [this] { return new RunbookTextSheet(*page().runbookInView(), page(), m_theme, this); });
        },
        [this] { return whynot::noRunbookText(session(), m_board, page().runbookInView()); });
    m_commands->bind(
        Act::Measured, [this] { page().logMeasured(); },
        [this] { return whynot::nothingMeasured(session(), m_board, page().measured()); });
    m_commands->bind(
        Act::TickStep, [this] { page().tickStep(); },
        [this] {
            return m_sheets->top() ? tr("Not while this is open: one sees no step.")
                                   : whynot::notTicked(session(), m_board);
        });
}

UpdateSheet* DeskWindow::openUpdate()
{
    m_sheets->open(Act::Update, &page(), [this] { return new UpdateSheet(page(), m_theme, this); });
    return qobject_cast<UpdateSheet*>(m_sheets->top());
}

void DeskWindow::sayNoChange()
{
    if (UpdateSheet* sheet = openUpdate())
        sheet->sayNoChange();
}

void DeskWindow::bindEnd()
{
    const auto form = [this](Act act, auto make) { return [this, act, make] { m_sheets->open(act, &page(), make); }; };
    m_commands->bind(Act::Resolve, form(Act::Resolve, [this] { return new ResolveSheet(page(), m_theme, this); }),
        [this] { return whynot::notResolved(session(), m_board); });
    m_commands->bind(Act::Close, form(Act::Close, [this] { return new CloseSheet(page(), m_theme, this); }),
        [this] { return whynot::notClosed(session(), m_board); });
    m_commands->bind(
        Act::Reopen, [this] { reopen(); }, [this] { return whynot::notReopened(session(), m_board); });
}

void DeskWindow::reopen()
{
    const QString status = incident::statusBeforeEnd(session().state());
    page().submit(QStringLiteral("/status ") + status, incident::ChangeStatus{status, {}});
}

Sheet* DeskWindow::makeExport()
{
    auto* sheet = new PostMortemSheet(page(), m_theme, this);
    connect(sheet, &PostMortemSheet::written, this,
        [this](const QString& path) { page().card().line().tell(tr("Written: %1").arg(path)); });
    return sheet;
}

Sheet* DeskWindow::makePalette()
{
    const Ways ways{[this] { focusLine(); }, [this](IncidentId incident) { askIncident(incident); }};
    const PaletteSheet::Texts texts{tr("Everything"), tr("a command, a person, a role, an incident, an action")};
    return new PaletteSheet(everything(*m_commands, page(), m_board, ways), texts, m_theme, this);
}

void DeskWindow::acknowledge()
{
    page().submit(QStringLiteral("/ack"), incident::SetMilestone{incident::Milestone::Acknowledged, {}, true});
}

QString DeskWindow::whyNoSide() const
{
    const QString none = whynot::noIncident(session(), m_board);
    return !none.isEmpty() || page().hasRoomForSide()
        ? none
        : tr("There is no room for the roles and actions here; /role gives somebody a role.");
}

void DeskWindow::focusLine()
{
    m_sheets->setAside();
    page().focusLine();
}

void DeskWindow::tellKept()
{
    page().card().line().tell(tr("What you typed into the form is kept; its key shows it again."));
}

void DeskWindow::setTheme(const style::Theme& theme)
{
    m_nextTheme = theme;
    if (!m_sheets->top())
        Q_EMIT themeSet();
    else
        page().card().line().tell(tr("The look changes when the form that is open is done."));
}

void DeskWindow::takeTheme()
{
    if (!m_nextTheme || m_sheets->top())
        return;
    keepInLine();
    m_theme = *m_nextTheme;
    m_nextTheme.reset();
    setFocus();
    delete m_tabs;
    delete m_log;
    delete m_behind;
    delete m_status;
    m_theme.apply(*qApp);
    m_tabs = new IncidentTabs(m_board, m_theme, this);
    m_log = new LogBanner(m_theme, this);
    m_behind = new ClockBanner(m_theme, this);
    m_status = new StatusLine(m_theme, this);
    m_pages->makeAnew(m_theme);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(0, m_tabs);
    column->insertWidget(1, m_log);
    column->insertWidget(2, m_behind);
    column->addWidget(m_status);
    m_status->setVisible(true);
    connectTabs();
    connectLog();
    showState();
    showSaveState();
    showReach();
    page().focusLine();
}

void DeskWindow::keepInLine()
{
    for (const SheetStack::Typed& typed : m_sheets->takeKept()) {
        if (typed.about && !typed.text.isEmpty())
            typed.about->card().line().keep(
                {typed.text, tr("The form that this was typed into closed with the look.")});
    }
}

void DeskWindow::placeSheets() { m_sheets->leaveFree(m_pages->y() + page().headHeight()); }

void DeskWindow::showState()
{
    placeSheets();
    m_status->showPerson(page().me());
    showTitle();
    showClocks(m_clock.now());
}

void DeskWindow::showSaveState() { m_status->show(session().saveState(), !session().pending().empty(), page().zone()); }

void DeskWindow::showReach() { m_status->show(page().reach()); }

void DeskWindow::showClocks(Instant wall)
{
    // No countdown goes back with a clock that was set back.
    const Instant now = session().now();
    page().showClocks(now);
    m_status->showTime(wall, page().zone());
    m_behind->show(wall, latestLogged(), page().zone());
    const incident::IncidentState& state = session().state();
    m_tabs->show(state.declared() ? std::optional(state.id) : std::nullopt, now);
    m_sheets->showClocks(now);
}

/// What was found at the beginning. What was typed on the start page belongs to no incident, but is not forgotten
/// beside one.
void DeskWindow::tellFound()
{
    if (m_board.folder().wasOpenToOthers)
        page().card().line().tell(tr("Other accounts could read the log; it is closed to them now."));
    if (session().state().declared() && journal::leftUndeclared(m_board.folder()))
        page().card().line().tell(tr("A text that was typed on the start page was not logged; %1 leads to it.")
                                      .arg(shownKeys(Act::StartPage)));
}

/// By what the log has seen; what is more than a day ahead only the incident in view knows.
Instant DeskWindow::latestLogged() const
{
    const incident::IncidentState& state = session().state();
    const Instant now = session().now();
    return state.entries.empty() ? now : std::max(now, fromMs(state.entries.back()->rank.hlc >> 16));
}

void DeskWindow::showTitle()
{
    const incident::IncidentState& state = session().state();
    setWindowTitle(state.declared()
            ? tr("%1 %2 — Warroom").arg(words::visible(state.severity.value), words::visible(words::text(state.title)))
            : tr("Warroom"));
}

void DeskWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && !m_sheets->top())
        page().focusLine();
    QWidget::changeEvent(event);
}

bool DeskWindow::event(QEvent* event)
{
    // What stands above the page came or went.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        placeSheets();
    return QWidget::event(event);
}

void DeskWindow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_layout->useScreen(screen()->size());
    if (!m_sheets->top())
        page().focusLine();
    Q_EMIT shown();
}

} // namespace warroom::desk
