// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deskwindow.h"

#include "desk/declaresheet.h"
#include "desk/incidentpage.h"
#include "desk/secondticker.h"
#include "desk/statusline.h"
#include "desk/updatesheet.h"
#include "timeline/timelinecard.h"
#include "words/visible.h"

#include <QEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace warroom::desk {

DeskWindow::DeskWindow(session::Session& session, const Clock& clock, const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_clock(clock),
      m_theme(theme),
      m_page(new IncidentPage(session, theme, this)),
      m_status(new StatusLine(theme, this))
{
    build();
    connectSession();
    connectKeys();
    connect(new SecondTicker(clock, this), &SecondTicker::ticked, this, &DeskWindow::showClocks);
    showState();
    showSaveState();
    m_page->focusLine();
}

void DeskWindow::build()
{
    setMinimumSize(720, 420);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_page, 1);
    column->addWidget(m_status);
}

void DeskWindow::connectSession()
{
    using session::Session;
    connect(&m_session, &Session::appended, this, &DeskWindow::showState);
    connect(&m_session, &Session::refolded, this, &DeskWindow::showState);
    connect(&m_session, &Session::pendingChanged, this, &DeskWindow::showSaveState);
    connect(&m_session, &Session::saveStateChanged, this, &DeskWindow::showSaveState);
    connect(m_page, &IncidentPage::declareAsked, this, &DeskWindow::showDeclare);
    connect(m_page, &IncidentPage::updateAsked, this, &DeskWindow::showUpdate);
}

void DeskWindow::connectKeys()
{
    const auto key = [this](const QKeySequence& keys, auto* receiver, auto slot) {
        connect(new QShortcut(keys, this), &QShortcut::activated, receiver, slot);
    };
    key(Qt::CTRL | Qt::Key_D, this, &DeskWindow::showDeclare);
    key(Qt::CTRL | Qt::Key_U, this, &DeskWindow::showUpdate);
    key(Qt::CTRL | Qt::Key_L, this, &DeskWindow::focusAgain);
    key(Qt::CTRL | Qt::Key_R, m_page, &IncidentPage::focusRoles);
    key(Qt::CTRL | Qt::Key_J, &m_page->card(), &timeline::TimelineCard::showLast);
    key(Qt::Key_F6, m_page, &IncidentPage::focusNextPanel);
    // In the line itself Esc has a meaning of its own; everywhere else it leads back to it.
    key(Qt::Key_Escape, m_page, &IncidentPage::focusLine);
}

void DeskWindow::showDeclare() { open(new DeclareSheet(*m_page, m_theme, this)); }

void DeskWindow::showUpdate()
{
    if (m_session.state().declared())
        open(new UpdateSheet(*m_page, m_theme, this));
}

void DeskWindow::open(Sheet* sheet)
{
    if (m_sheet)
        m_sheet->leave();
    m_sheet = sheet;
    connect(sheet, &Sheet::left, m_page, &IncidentPage::focusLine);
    sheet->show();
    sheet->raise();
    sheet->setFocus(Qt::PopupFocusReason);
}

void DeskWindow::focusAgain()
{
    if (m_sheet)
        m_sheet->leave();
    m_page->focusLine();
}

void DeskWindow::showState()
{
    m_status->showPerson(m_page->me());
    showTitle();
    showClocks(m_clock.now());
}

void DeskWindow::showSaveState()
{
    m_status->show(m_session.saveState(), !m_session.pending().empty(), m_page->zone());
}

void DeskWindow::showClocks(Instant now)
{
    m_page->showClocks(now);
    m_status->showTime(now, m_page->zone());
    if (m_sheet)
        m_sheet->showClocks(now);
}

void DeskWindow::showTitle()
{
    const incident::IncidentState& state = m_session.state();
    setWindowTitle(state.declared()
            ? tr("%1 %2 — Warroom").arg(words::visible(state.severity.value), words::visible(state.title.value))
            : tr("Warroom"));
}

void DeskWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && !m_sheet)
        m_page->focusLine();
    QWidget::changeEvent(event);
}

void DeskWindow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_sheet)
        m_page->focusLine();
}

} // namespace warroom::desk
