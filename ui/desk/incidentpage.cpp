// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/incidentpage.h"

#include "desk/actionspanel.h"
#include "desk/desklayout.h"
#include "desk/incidentbar.h"
#include "desk/keytable.h"
#include "desk/linksheet.h"
#include "desk/panel.h"
#include "desk/paneldelegate.h"
#include "desk/redactsheet.h"
#include "desk/rolesheet.h"
#include "desk/startpage.h"
#include "desk/stepspanel.h"
#include "desk/whynot.h"
#include "incident/people.h"
#include "incident/rolehistory.h"
#include "timeline/timelinecard.h"
#include "views/actionsmodel.h"
#include "views/rolesmodel.h"
#include "words/duties.h"
#include "words/refusal.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace warroom::desk {

using timeline::CaptureLine;
using timeline::TimelineActs;
using timeline::TimelineCard;
using views::ActionsModel;
using views::RolesModel;

namespace {

constexpr int sides = 14;
constexpr int leastTimeline = 480;
constexpr int leastSteps = 300;
constexpr int mostSteps = 460;
constexpr int narrow = 1000; ///< Below it the timeline needs all of the width.

} // namespace

IncidentPage::IncidentPage(session::Session& session, session::Board& board, DeskLayout& layout, const Meters& meters,
    const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_board(board),
      m_layout(layout),
      m_recorder(meters.recorder),
      m_theme(theme),
      m_rolesModel(new RolesModel(this)),
      m_actionsModel(new ActionsModel(this)),
      m_start(session.state().declared() ? nullptr : makeStart()),
      m_bar(new IncidentBar(theme, this)),
      m_columns(new QSplitter(this)),
      m_side(new QWidget(m_columns)), // not added later, which would lay out all that is in it at no size yet
      m_roles(new Panel(theme, tr("Roles"), shownKeys(Act::Roles), m_rolesModel, m_side)),
      m_actions(new ActionsPanel(theme, m_actionsModel, m_side)),
      m_steps(new StepsPanel(session, theme, this)),
      m_metrics(new MetricStrip(meters, theme, this))
{
    m_card = new TimelineCard(
        theme,
        {[this]() -> const incident::IncidentState& { return m_session.state(); },
            [this]() -> const playbook::Playbook& { return m_session.playbook(); },
            [this] { return incident::knownPerson(m_session.me(), m_session.state().people); }},
        [this] { return situation(); }, m_start, m_columns);
    build();
    connectSession();
    connectPanels();
    showState();
    showSaveState();
}

StartPage* IncidentPage::makeStart()
{
    auto* start = new StartPage(m_session, m_board, m_theme, this);
    connect(start, &StartPage::incidentAsked, this, &IncidentPage::incidentAsked);
    connect(start, &StartPage::entryAsked, this, &IncidentPage::entryAsked);
    connect(start, &StartPage::declareAsked, this, [this] { Q_EMIT asked(Act::Declare); });
    return start;
}

void IncidentPage::buildSide()
{
    m_roles->list().setItemDelegate(new RoleDelegate(m_theme, m_roles));
    auto* column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.gap);
    column->addWidget(m_roles);
    column->addWidget(m_actions);
    column->addStretch(1);
    m_side->setMinimumWidth(Layout::narrowest);
    m_side->setMaximumWidth(Layout::widest);
}

void IncidentPage::build()
{
    buildSide();
    m_card->setMinimumWidth(leastTimeline);
    m_columns->setHandleWidth(m_theme.gap);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(m_steps);
    m_steps->setMinimumWidth(leastSteps);
    m_columns->setStretchFactor(1, 1);
    m_columns->handle(1)->setAccessibleName(tr("Width of the side column"));
    m_columns->handle(2)->setAccessibleName(tr("Width of the runbook"));
    connect(m_columns, &QSplitter::splitterMoved, this, [this](int, int handle) {
        if (handle == 1)
            m_layout.setSideWidth(m_side->width());
        else
            m_layout.setStepsWidth(m_steps->width());
    });
    connect(&m_layout, &DeskLayout::changed, this, &IncidentPage::showSide);
    auto* body = new QHBoxLayout;
    body->setContentsMargins(sides, m_theme.gap, sides, m_theme.gap + 2);
    body->addWidget(m_columns);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_metrics);
    column->addLayout(body, 1);
}

void IncidentPage::connectSession()
{
    using session::Session;
    connect(&m_session, &Session::appended, this, &IncidentPage::showState);
    connect(&m_session, &Session::refolded, this, [this] {
        showState();
        m_card->showAnew(m_session.state());
        m_card->line().forget(m_session.erased());
    });
    connect(&m_session, &Session::pendingChanged, this, &IncidentPage::showSaveState);
    connect(&m_session, &Session::saved, this, [this](EntryId act) {
        m_card->tellSaved(act);
        if (const Next next = m_whenSaved.take(act); next.context)
            next.run();
    });
    connect(&m_session, &Session::saved, this, &IncidentPage::tellDuties);
    connect(&m_session, &Session::refused, this, [this](const QString& line, const Error& why) {
        if (!m_card->acts().tellRefused(line, words::refusal(why)))
            m_card->line().keep({line, words::refusal(why)});
    });
    connect(&m_session, &Session::alreadySo, this,
        [this] { m_card->line().tell(tr("Nothing was logged: it is so already.")); });
    connect(
        &m_card->line(), &CaptureLine::unsentChanged, this, [this] { m_session.keepUnsent(m_card->line().unsent()); });
    connect(&m_card->acts(), &TimelineActs::said, this, [this](const TimelineActs::Said& said) {
        m_session.submit(said.line, m_session.now(), said.saying.command, said.saying.occurredAt, said.saying.by);
    });
    connect(&m_card->acts(), &TimelineActs::redactAsked, this,
        [this](EntryId entry) { Q_EMIT sheetAsked(new RedactSheet(*this, entry, m_theme, window())); });
    connect(m_card, &TimelineCard::retryAsked, &m_session, &Session::retry);
    connect(&m_card->line(), &CaptureLine::submitted, this, [this](const CaptureLine::Logged& logged) {
        const capture::Reading& reading = logged.reading;
        m_session.submit(logged.line, logged.firstKey, *reading.command, reading.occurredAt, reading.by, logged.act);
    });
}

void IncidentPage::connectPanels()
{
    connect(m_bar, &IncidentBar::asked, this, &IncidentPage::asked);
    connectRoles();
    connectActions();
    connectSteps();
    for (Panel* panel : std::initializer_list<Panel*>{m_roles, m_actions, m_steps}) {
        connect(&panel->list(), &PanelList::typed, this, [this, panel](const QModelIndex&, const QString& text) {
            if (panel == m_steps && m_steps->answer(text))
                return;
            focusLine();
            m_card->line().type(text);
        });
        connect(&panel->list(), &PanelList::takeBackAsked, &m_card->acts(), &TimelineActs::takeBackLast);
        connect(&panel->list(), &PanelList::sayAgainAsked, &m_card->acts(), &TimelineActs::sayAgain);
    }
}

void IncidentPage::connectRoles()
{
    PanelList& list = m_roles->list();
    const auto roleOf = [](const QModelIndex& index) { return index.data(RolesModel::RoleIdRole).toString(); };
    const auto holderOf = [](const QModelIndex& index) {
        return PersonId{index.data(RolesModel::HolderRole).toUuid()};
    };
    connect(&list, &PanelList::chosen, this, [this, roleOf](const QModelIndex& index) { giveRole(roleOf(index)); });
    list.onKey(Act::Details, [this, roleOf, holderOf](const QModelIndex& index) {
        Q_EMIT sheetAsked(new RoleSheet(*this, roleOf(index), holderOf(index), m_theme, window()));
    });
    list.onKey(Act::ReleaseRole,
        [this, roleOf, holderOf](const QModelIndex& index) { releaseRole(roleOf(index), holderOf(index)); });
}

void IncidentPage::connectActions()
{
    PanelList& list = m_actions->list();
    const auto stateOf = [](const QModelIndex& index) {
        return incident::ActionState(index.data(ActionsModel::StateRole).toInt());
    };
    const auto numberOf = [](const QModelIndex& index) {
        return QString::number(index.data(ActionsModel::NumberRole).toInt());
    };
    connect(&list, &PanelList::chosen, this, [this, stateOf, numberOf](const QModelIndex& index) {
        const bool started = stateOf(index) == incident::ActionState::Started;
        sayInLine((started ? QStringLiteral("/done ") : QStringLiteral("/start ")) + numberOf(index));
    });
    list.onKey(Act::GiveAction,
        [this, numberOf](const QModelIndex& index) { sayInLine(QStringLiteral("/owner %1 @").arg(numberOf(index))); });
    const auto entryOf = [](const QModelIndex& index) {
        return EntryId{index.data(ActionsModel::EntryIdRole).toUuid()};
    };
    const auto marks = [&](Act act, const QString& verb, incident::Mark mark) {
        list.onKey(act, [this, verb, mark, entryOf, stateOf, numberOf](const QModelIndex& index) {
            if (const QString why = whynot::notMarked(stateOf(index), mark); !why.isEmpty()) {
                m_card->line().tell(why);
                return;
            }
            submit(verb + numberOf(index), incident::MarkAction{entryOf(index), mark});
        });
    };
    marks(Act::StartAction, QStringLiteral("/start "), incident::Mark::Started);
    marks(Act::DoneAction, QStringLiteral("/done "), incident::Mark::Done);
    marks(Act::DropAction, QStringLiteral("/drop "), incident::Mark::Dropped);
    list.onKey(Act::FollowUp,
        [this, entryOf](const QModelIndex& index) { m_card->acts().act(timeline::RowAct::FollowUp, entryOf(index)); });
}

void IncidentPage::connectSteps()
{
    connect(m_steps, &StepsPanel::lineAsked, this, &IncidentPage::sayInLine);
    connect(m_steps, &StepsPanel::commandAsked, this,
        [this](const QString& line, const incident::Command& command) { submit(line, command); });
    connect(m_steps, &StepsPanel::linkAsked, this, &IncidentPage::askLink);
    connect(m_steps, &StepsPanel::told, this, [this](const QString& text) { m_card->line().tell(text); });
    connect(m_metrics, &MetricStrip::reachChanged, this, &IncidentPage::reachChanged);
    connect(m_metrics, &MetricStrip::entryAsked, this, [this](EntryId entry) { m_card->showEntry(entry); });
    connect(m_card, &timeline::TimelineCard::pointed, m_metrics, &MetricStrip::point);
    connect(m_steps, &StepsPanel::attachAsked, this, [this] { Q_EMIT asked(Act::Runbook); });
    connect(m_steps, &StepsPanel::runbookChanged, this, [this] { m_card->line().refresh(); });
}

void IncidentPage::takeUp(const incident::AttachRunbook& runbook)
{
    const EntryId act = submit(tr("Runbook: %1").arg(runbook.title), runbook);
    whenSaved(act, m_steps, [this, act] { m_steps->showTakenUp(act); });
}

void IncidentPage::tickStep() { m_steps->tick(); }

void IncidentPage::logMeasured()
{
    const QString text = tr("Measured: %1").arg(measured());
    submit(text, incident::Note{incident::NoteKind::Note, text});
}

void IncidentPage::askLink(const QString& target) { Q_EMIT sheetAsked(new LinkSheet(target, m_theme, window())); }

const runbook::Runbook* IncidentPage::runbookInView() const { return m_steps->document(); }

void IncidentPage::giveRole(const QString& role)
{
    sayInLine(QStringLiteral("/role %1 @").arg(words::role(m_session.playbook(), role)));
}

void IncidentPage::sayInLine(const QString& text)
{
    m_card->line().say(text);
    focusLine();
}

void IncidentPage::releaseRole(const QString& role, PersonId holder)
{
    const QString name = words::role(m_session.playbook(), role);
    if (holder.isNull())
        m_card->line().tell(tr("Nobody has the role %1.").arg(words::visible(name)));
    else
        submit(QStringLiteral("/role %1 -").arg(name),
            incident::ReleaseRole{role, incident::PersonRef{holder, {}, {}, {}}});
}

void IncidentPage::tellDuties(EntryId act)
{
    constexpr int told = 2;
    const incident::IncidentState& state = m_session.state();
    const std::optional<PersonId> me = incident::knownPerson(m_session.me(), state.people);
    for (const auto& [id, person] : incident::rolesGiven(state, act)) {
        const playbook::Role* role = m_session.playbook().role(id);
        const std::vector<PersonId> holders = state.holders(id);
        if (!holders.empty() && std::ranges::find(holders, person) == holders.end()) {
            m_card->line().tell(tr("Logged as history: %1 took the role %2 after you began the line.")
                                    .arg(words::visible(words::person(state, holders.back())),
                                        words::visible(words::role(m_session.playbook(), id))));
            continue;
        }
        if (person != me)
            continue;
        const QString duties = role ? words::visible(words::duties(*role, told)) : QString();
        if (!duties.isEmpty())
            m_card->line().tell(
                tr("You are %1: %2 · Space in the roles shows all").arg(words::visible(role->name), duties));
    }
}

void IncidentPage::takeLeftovers()
{
    for (const session::Leftover& left : m_session.takeLeftovers()) {
        m_card->line().keep(
            {left.line, tr("This line was not logged when the last window ended."), left.firstKey, left.act});
    }
}

EntryId IncidentPage::submit(const QString& line, const incident::Command& command, std::optional<Instant> occurredAt)
{
    const Instant now = m_session.now();
    return m_session.submit(line, now, command, occurredAt.value_or(now), {});
}

void IncidentPage::whenSaved(EntryId act, QObject* context, const std::function<void()>& run)
{
    m_whenSaved.insert(act, {context, run});
}

void IncidentPage::showState()
{
    const incident::IncidentState& state = m_session.state();
    m_bar->setVisible(state.declared());
    m_rolesModel->show(state, m_session.playbook());
    showActions();
    m_actions->setVisible(m_actionsModel->rowCount() > 0);
    m_steps->show(state);
    m_metrics->show(state, m_session.playbook());
    showSide();
    m_card->show(state);
}

void IncidentPage::showActions()
{
    m_today = toDateTime(m_session.now(), zone()).date();
    m_actionsModel->show(m_session.state(), m_today);
    m_actions->showClocks(m_session.now());
}

void IncidentPage::showSide()
{
    const Layout& layout = m_layout.current();
    m_side->setVisible(m_session.state().declared() && hasRoomForSide() && layout.sideShown);
    m_steps->setVisible(!m_session.state().runbooks.empty() && hasRoomForSide());
    const int steps = layout.stepsWidth > 0 ? std::max(layout.stepsWidth, leastSteps)
                                            : std::clamp(m_columns->width() / 4, leastSteps, mostSteps);
    const int beside = m_steps->isVisibleTo(this) ? steps + m_columns->handleWidth() : 0;
    const int rest = m_columns->width() - layout.sideWidth - m_columns->handleWidth() - beside;
    m_columns->setSizes({layout.sideWidth, std::max(rest, leastTimeline), steps});
}

void IncidentPage::showSaveState() { m_card->show(m_session.pending(), zone()); }

void IncidentPage::showClocks(Instant now)
{
    if (m_session.state().declared())
        m_bar->show(m_session.state(), m_session.playbook(), now);
    else
        m_start->showClocks(now);
    // What was due yesterday is overdue since midnight.
    if (toDateTime(now, zone()).date() != m_today)
        showActions();
    m_actions->showClocks(now);
    m_steps->showClock(now);
    m_metrics->showClock(now);
    m_card->line().refresh();
}

void IncidentPage::focusLine() { m_card->focusLine(); }

void IncidentPage::search() { m_session.state().declared() ? m_card->search() : m_start->search(); }

void IncidentPage::leaveSearch()
{
    if (m_start)
        m_start->leaveSearch();
    m_card->leaveSearch();
}

void IncidentPage::focusNextPanel()
{
    const bool inSide = m_roles->list().hasFocus() || m_actions->list().hasFocus();
    const bool inCard = !inSide && !m_steps->isAncestorOf(focusWidget());
    if (inCard && m_card->focusNextPanel())
        return;
    if (m_roles->list().hasFocus() && m_actions->isVisible())
        m_actions->list().setFocus(Qt::TabFocusReason);
    else if (inSide && m_steps->isVisible())
        m_steps->list().setFocus(Qt::TabFocusReason);
    else if (inCard && m_side->isVisible())
        m_roles->list().setFocus(Qt::TabFocusReason);
    else
        m_card->focusLine();
}

int IncidentPage::headHeight() const { return m_session.state().declared() ? m_bar->height() : 0; }

bool IncidentPage::hasRoomForSide() const { return width() >= narrow; }

void IncidentPage::focusRoles()
{
    if (!m_side->isVisible())
        return;
    PanelList& list = m_roles->list();
    for (int row = 0; row < m_rolesModel->rowCount(); ++row) {
        const QModelIndex index = list.model()->index(row, 0);
        if (!index.data(RolesModel::HeldRole).toBool()) {
            list.setCurrentIndex(index);
            break;
        }
    }
    list.setFocus(Qt::ShortcutFocusReason);
}

QTimeZone IncidentPage::zone() const
{
    return m_session.state().declared() ? m_session.state().zone() : m_session.playbook().zone;
}

QString IncidentPage::me() const
{
    const incident::PersonRef me = m_session.me();
    if (me.id && m_session.state().person(*me.id))
        return words::person(m_session.state(), *me.id);
    const playbook::RosterPerson* known = m_session.playbook().person(me.rosterKey);
    if (!me.rosterKey.isEmpty() && known)
        return known->name;
    return me.name.isEmpty() ? me.handle : me.name;
}

capture::Situation IncidentPage::situation() const
{
    capture::Situation situation;
    situation.now = m_session.now();
    situation.zone = zone();
    situation.playbook = &m_session.playbook();
    situation.playbookBytes = m_session.playbookBytes();
    situation.runbook = m_steps->runbook();
    const auto declares = [](const session::Pending& each) {
        return std::holds_alternative<incident::Declare>(each.submission.command);
    };
    situation.declaring = std::ranges::any_of(m_session.pending(), declares);
    if (m_session.state().declared())
        situation.state = &m_session.state();
    else
        situation.elsewhere = whynot::waysToOpen(m_board);
    return situation;
}

void IncidentPage::resizeEvent(QResizeEvent*) { showSide(); }

} // namespace warroom::desk
