// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deskwindow.h"

#include "desk/declaresheet.h"
#include "desk/incidentpage.h"
#include "desk/incidenttabs.h"
#include "desk/secondticker.h"
#include "desk/statusline.h"
#include "desk/updatesheet.h"
#include "timeline/timelinecard.h"
#include "words/refusal.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace warroom::desk {

DeskWindow::DeskWindow(
    OpenSession openSession, session::Board& board, const Clock& clock, const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_clock(clock),
      m_theme(theme),
      m_tabs(new IncidentTabs(board, theme, this)),
      m_pages(new Pages(std::move(openSession), board, clock, theme, this)),
      m_status(new StatusLine(theme, this))
{
    build();
    connectPages();
    connectKeys();
    connect(new SecondTicker(clock, this), &SecondTicker::ticked, this, &DeskWindow::showClocks);
    connect(&board, &session::Board::changed, this, [this] { showClocks(m_clock.now()); });
}

DeskWindow::~DeskWindow()
{
    // The pages tell of their end, which this window would not live to hear.
    m_pages->disconnect(this);
    delete m_pages;
}

void DeskWindow::build()
{
    setMinimumSize(720, 420);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
}

void DeskWindow::connectPages()
{
    connect(m_pages, &Pages::stateShown, this, &DeskWindow::showState);
    connect(m_pages, &Pages::saveStateShown, this, &DeskWindow::showSaveState);
    connect(m_pages, &Pages::declareAsked, this, &DeskWindow::showDeclare);
    connect(m_pages, &Pages::updateAsked, this, &DeskWindow::showUpdate);
    connect(m_pages, &Pages::incidentAsked, this, &DeskWindow::askIncident);
    connect(m_tabs, &IncidentTabs::incidentAsked, this, &DeskWindow::askIncident);
    connect(m_pages, &Pages::sheetAsked, this, &DeskWindow::open);
}

void DeskWindow::connectKeys()
{
    const auto key = [this](const QKeySequence& keys, auto slot) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
    };
    key(Qt::CTRL | Qt::Key_D, &DeskWindow::showDeclare);
    key(Qt::CTRL | Qt::Key_U, &DeskWindow::showUpdate);
    key(Qt::CTRL | Qt::Key_L, &DeskWindow::focusAgain);
    key(Qt::CTRL | Qt::Key_R, [this] { page().focusRoles(); });
    key(Qt::CTRL | Qt::Key_J, [this] { page().card().showLast(); });
    key(Qt::Key_F6, [this] { page().focusNextPanel(); });
    key(Qt::ALT | Qt::Key_Home, [this] { askIncident(std::nullopt); });
    for (int number = 1; number <= 9; ++number) {
        key(Qt::CTRL | Qt::Key(Qt::Key_0 + number), [this, number] {
            if (const std::optional<IncidentId> incident = m_tabs->incident(number))
                askIncident(incident);
        });
    }
    // In the line itself Esc has a meaning of its own; everywhere else it leads back to it.
    key(Qt::Key_Escape, [this] { page().focusLine(); });
}

const session::Session& DeskWindow::session() const { return page().session(); }
IncidentPage& DeskWindow::page() const { return m_pages->current(); }

Result<void> DeskWindow::showIncident(const std::optional<IncidentId>& incident) { return m_pages->show(incident); }

void DeskWindow::askIncident(const std::optional<IncidentId>& incident)
{
    if (m_sheet)
        m_sheet->leave();
    if (const Result<void> shown = showIncident(incident); !shown)
        page().card().line().tell(words::refusal(shown.error()));
}

void DeskWindow::showDeclare()
{
    const Result<IncidentPage*> target = m_pages->undeclared();
    if (!target) {
        page().card().line().tell(words::refusal(target.error()));
        return;
    }
    auto* sheet = new DeclareSheet(**target, m_theme, this);
    connect(sheet, &DeclareSheet::confirmed, this, [this, target = *target] { m_pages->setCurrentWidget(target); });
    open(sheet);
}

void DeskWindow::showUpdate()
{
    if (session().state().declared())
        open(new UpdateSheet(page(), m_theme, this));
}

void DeskWindow::open(Sheet* sheet)
{
    if (m_sheet)
        m_sheet->leave();
    m_sheet = sheet;
    connect(sheet, &Sheet::left, this, [this] { page().focusLine(); });
    sheet->show();
    sheet->raise();
    sheet->setFocus(Qt::PopupFocusReason);
}

void DeskWindow::focusAgain()
{
    if (m_sheet)
        m_sheet->leave();
    page().focusLine();
}

void DeskWindow::showState()
{
    m_status->showPerson(page().me());
    showTitle();
    showClocks(m_clock.now());
}

void DeskWindow::showSaveState() { m_status->show(session().saveState(), !session().pending().empty(), page().zone()); }

void DeskWindow::showClocks(Instant now)
{
    page().showClocks(now);
    m_status->showTime(now, page().zone());
    const incident::IncidentState& state = session().state();
    m_tabs->show(state.declared() ? std::optional(state.id) : std::nullopt, now);
    if (m_sheet)
        m_sheet->showClocks(now);
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
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && !m_sheet)
        page().focusLine();
    QWidget::changeEvent(event);
}

void DeskWindow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_sheet)
        page().focusLine();
}

} // namespace warroom::desk
