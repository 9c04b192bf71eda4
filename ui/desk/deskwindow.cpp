// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deskwindow.h"

#include "desk/captureline.h"
#include "desk/incidentbar.h"
#include "desk/secondticker.h"
#include "desk/statusline.h"
#include "desk/timelinecard.h"
#include "words/refusal.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace warroom::desk {

namespace {

constexpr int sides = 14;

} // namespace

DeskWindow::DeskWindow(session::Session& session, const Clock& clock, const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_clock(clock),
      m_theme(theme),
      m_bar(new IncidentBar(theme, this)),
      m_card(new TimelineCard(
          theme,
          {[this]() -> const incident::IncidentState& { return m_session.state(); },
              [this]() -> const playbook::Playbook& { return m_session.playbook(); }},
          [this] { return situation(); }, this)),
      m_status(new StatusLine(theme, this))
{
    build();
    connectSession();
    connectKeys();
    connect(new SecondTicker(clock, this), &SecondTicker::ticked, this, &DeskWindow::showClocks);
    showState();
    showSaveState();
    takeLeftovers();
    m_card->focusLine();
}

void DeskWindow::build()
{
    setMinimumSize(720, 420);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(sides, m_theme.gap, sides, m_theme.gap + 2);
    body->addWidget(m_card);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addLayout(body, 1);
    column->addWidget(m_status);
}

void DeskWindow::connectSession()
{
    using session::Session;
    connect(&m_session, &Session::appended, this, &DeskWindow::showState);
    connect(&m_session, &Session::refolded, this, [this] {
        showState();
        m_card->showAnew(m_session.state());
    });
    connect(&m_session, &Session::pendingChanged, this, &DeskWindow::showSaveState);
    connect(&m_session, &Session::saveStateChanged, this, &DeskWindow::showSaveState);
    connect(&m_session, &Session::saved, m_card, &TimelineCard::tellSaved);
    connect(&m_session, &Session::refused, this, [this](const QString& line, const Error& why) {
        m_card->line().giveBack({line, words::refusal(why), {}, {}});
    });
    connect(&m_session, &Session::alreadySo, this,
        [this] { m_card->line().tell(tr("Nothing was logged: it is so already.")); });
    connect(
        &m_card->line(), &CaptureLine::unsentChanged, this, [this] { m_session.keepUnsent(m_card->line().unsent()); });
    connect(m_card, &TimelineCard::retryAsked, &m_session, &Session::retry);
    connect(&m_card->line(), &CaptureLine::submitted, this, [this](const CaptureLine::Logged& logged) {
        const capture::Reading& reading = logged.reading;
        m_session.submit(logged.line, logged.firstKey, *reading.command, reading.occurredAt, reading.by, logged.act);
    });
}

void DeskWindow::takeLeftovers()
{
    for (const session::Leftover& left : m_session.takeLeftovers()) {
        const QString why = tr("This line was not logged when the last window ended. Enter logs it.");
        m_card->line().giveBack({left.line, why, left.firstKey, left.act});
    }
}

void DeskWindow::connectKeys()
{
    const auto key = [this](const QKeySequence& keys, auto slot) {
        connect(new QShortcut(keys, this), &QShortcut::activated, m_card, slot);
    };
    key(Qt::CTRL | Qt::Key_L, &TimelineCard::focusLine);
    key(Qt::CTRL | Qt::Key_J, &TimelineCard::showLast);
    key(Qt::Key_F6, &TimelineCard::focusNextPanel);
    // In the line itself Esc has a meaning of its own; everywhere else it leads back to it.
    key(Qt::Key_Escape, &TimelineCard::focusLine);
}

void DeskWindow::showState()
{
    m_bar->setVisible(m_session.state().declared());
    m_card->show(m_session.state());
    m_status->showPerson(me());
    showTitle();
    showClocks(m_clock.now());
}

void DeskWindow::showSaveState()
{
    m_card->show(m_session.pending(), zone());
    m_status->show(m_session.saveState(), !m_session.pending().empty(), zone());
}

void DeskWindow::showClocks(Instant now)
{
    if (m_session.state().declared())
        m_bar->show(m_session.state(), m_session.playbook(), now);
    m_status->showTime(now, zone());
    m_card->line().refresh();
}

void DeskWindow::showTitle()
{
    const incident::IncidentState& state = m_session.state();
    setWindowTitle(state.declared()
            ? tr("%1 %2 — Warroom").arg(words::visible(state.severity.value), words::visible(state.title.value))
            : tr("Warroom"));
}

QTimeZone DeskWindow::zone() const
{
    return m_session.state().declared() ? m_session.state().zone() : m_session.playbook().zone;
}

QString DeskWindow::me() const
{
    const incident::PersonRef me = m_session.me();
    if (me.id && m_session.state().person(*me.id))
        return words::person(m_session.state(), *me.id);
    const playbook::RosterPerson* known = m_session.playbook().person(me.rosterKey);
    if (!me.rosterKey.isEmpty() && known)
        return known->name;
    return me.name.isEmpty() ? me.handle : me.name;
}

capture::Situation DeskWindow::situation() const
{
    capture::Situation situation;
    situation.now = m_session.now();
    situation.zone = zone();
    situation.playbook = &m_session.playbook();
    situation.playbookBytes = m_session.playbookBytes();
    situation.state = m_session.state().declared() ? &m_session.state() : nullptr;
    return situation;
}

void DeskWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_card->focusLine();
    QWidget::changeEvent(event);
}

void DeskWindow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_card->focusLine();
}

} // namespace warroom::desk
