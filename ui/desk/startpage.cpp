// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/startpage.h"

#include "desk/hitrows.h"
#include "desk/incidentdelegate.h"
#include "desk/keytable.h"
#include "desk/panel.h"
#include "playbook/playbook.h"
#include "session/session.h"
#include "style/button.h"
#include "style/fonts.h"
#include "style/icon.h"
#include "style/keycap.h"
#include "style/plainlabel.h"
#include "style/scrollarea.h"
#include "style/textfield.h"
#include "views/hitsmodel.h"
#include "views/incidentsmodel.h"
#include "words/refusal.h"
#include "words/translate.h"
#include "words/visible.h"

#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

namespace warroom::desk {

using style::PlainLabel;
using views::HitsModel;
using views::IncidentsModel;

namespace {

constexpr int iconSize = 40;
constexpr int widest = 1080;

} // namespace

StartPage::StartPage(session::Session& session, session::Board& board, const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_board(board),
      m_theme(theme),
      m_hitsModel(new HitsModel(this)),
      m_openModel(new IncidentsModel(this)),
      m_pastModel(new IncidentsModel(this)),
      m_open(new Panel(theme, tr("Open incidents"), {}, m_openModel, this)),
      m_past(new Panel(theme, tr("Past incidents"), {}, m_pastModel, this)),
      m_hits(new Panel(theme, tr("What was said"), {}, m_hitsModel, this)),
      m_search(new style::TextField(tr("Search all incidents"), 1, theme, this)),
      m_found(new PlainLabel(style::bodyFont(13), theme.muted, this, PlainLabel::Fit::Elided))
{
    auto* middle = new QWidget;
    middle->setMaximumWidth(widest);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(theme.padding, 28, theme.padding, 20);
    column->setSpacing(20);
    column->addLayout(makeDeclare());
    column->addLayout(makeLists(), 1);
    auto* whole = new QWidget;
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(middle, 100);
    row->addStretch(1);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(new style::ScrollArea(whole, this));
    connectRows();
    connect(&m_board, &session::Board::changed, this, &StartPage::refresh);
}

QLayout* StartPage::makeDeclare()
{
    auto* icon = new PlainLabel(this);
    icon->setPixmap(style::programIcon().pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    auto* declare = new style::Button(
        tr("Declare an incident"), shownKeys(Act::Declare), style::Button::Tone::Danger, m_theme, this);
    declare->enlarge();
    connect(declare, &QPushButton::clicked, this, &StartPage::declareAsked);
    const std::vector<playbook::Severity>& severities = m_session.playbook().severities;
    const QString severity = severities.empty() ? QStringLiteral("P0") : severities.front().label;
    auto* line = new PlainLabel(style::monoFont(13), m_theme.accent, this);
    line->setText(tr("/incident declare %1 what is failing").arg(words::visible(severity)));
    auto* how = new PlainLabel(style::bodyFont(13), m_theme.muted, this);
    how->setText(tr("or in the line below:"));
    auto* column = new QVBoxLayout;
    column->setSpacing(12);
    column->addWidget(icon, 0, Qt::AlignHCenter);
    column->addWidget(declare, 0, Qt::AlignHCenter);
    auto* hint = new QHBoxLayout;
    hint->setSpacing(8);
    hint->addStretch(1);
    hint->addWidget(how);
    hint->addWidget(line);
    hint->addStretch(1);
    column->addLayout(hint);
    return column;
}

QLayout* StartPage::makeLists()
{
    m_search->setPlaceholderText(tr("Search what was said in all incidents"));
    m_found->hide();
    auto* lists = new QHBoxLayout;
    lists->setSpacing(m_theme.gap);
    for (Panel* panel : {m_open, m_past}) {
        panel->list().setItemDelegate(new IncidentDelegate(m_theme, panel));
        lists->addWidget(panel, 1, Qt::AlignTop);
    }
    m_hits->list().setItemDelegate(new HitDelegate(m_theme, m_hits));
    m_hits->hide();
    auto* column = new QVBoxLayout;
    column->setSpacing(m_theme.gap);
    column->addWidget(m_search);
    column->addWidget(m_found);
    column->addWidget(m_hits);
    column->addLayout(lists);
    column->addStretch(1);
    return column;
}

void StartPage::connectRows()
{
    m_search->installEventFilter(this);
    connect(m_search, &QPlainTextEdit::textChanged, this, &StartPage::refresh);
    connect(m_search, &style::TextField::entered, this, [this] { openHit(m_hits->list().model()->index(0, 0)); });
    connect(&m_hits->list(), &PanelList::chosen, this, &StartPage::openHit);
    for (Panel* panel : {m_open, m_past}) {
        connect(&panel->list(), &PanelList::chosen, this,
            [this](const QModelIndex& index) { Q_EMIT incidentAsked({index.data(IncidentsModel::IdRole).toUuid()}); });
    }
    for (Panel* panel : {m_open, m_past, m_hits})
        connect(
            &panel->list(), &PanelList::leftUpwards, m_search, [this] { m_search->setFocus(Qt::OtherFocusReason); });
}

/// What is in it now: the incidents, or what was searched for.
void StartPage::refresh()
{
    if (!isVisible())
        return; // each incident's page has one, and most are never seen
    showClocks(m_session.now());
    showFound();
}

void StartPage::search()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void StartPage::leaveSearch() { m_search->clear(); }

void StartPage::showClocks(Instant now)
{
    if (!isVisible())
        return;
    const std::vector<IncidentId> numbered = m_board.open();
    std::vector<views::IncidentRow> open;
    std::vector<views::IncidentRow> past;
    for (const journal::Listed& listed : m_board.incidents()) {
        const incident::IncidentState& state = m_board.state(listed.id);
        views::IncidentRow row = views::incidentRow(state, listed.label, now);
        const auto place = std::ranges::find(numbered, listed.id) - numbered.begin();
        row.number = !row.closed && place < tabKeys ? int(place) + 1 : 0;
        (row.closed ? past : open).push_back(std::move(row));
    }
    std::ranges::stable_sort(open, views::morePressing);
    m_search->setVisible(!open.empty() || !past.empty());
    m_openModel->show(std::move(open));
    m_pastModel->show(std::move(past));
    const bool searching = !m_search->text().trimmed().isEmpty();
    m_open->setVisible(!searching && m_openModel->rowCount() > 0);
    m_past->setVisible(!searching && m_pastModel->rowCount() > 0);
}

void StartPage::showFound()
{
    const QString wanted = m_search->text().trimmed();
    const Result<std::vector<journal::Hit>> hits = m_board.search(wanted);
    m_found->setVisible(!wanted.isEmpty());
    m_hitsModel->show(hits ? hitRows(*hits, wanted, m_board) : std::vector<views::HitRow>());
    m_hits->setVisible(m_hitsModel->rowCount() > 0);
    const int count = m_hitsModel->rowCount();
    if (!hits)
        m_found->setText(words::refusal(hits.error()));
    else if (count == 0)
        m_found->setText(tr("Nothing found."));
    else if (int(hits->size()) >= journal::maxHits)
        m_found->setText(tr("The newest %n entries that have it; another word finds fewer.", nullptr, count));
    else
        m_found->setText(words::counted(count, tr("1 entry has it."), tr("%n entries have it.", nullptr, count)));
}

void StartPage::openHit(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const auto hit = index.data(HitsModel::HitRole).value<views::HitRow>();
    Q_EMIT entryAsked(hit.incident, hit.entry);
}

/// From the field to what stands below it.
void StartPage::focusRows()
{
    for (Panel* panel : {m_hits, m_open, m_past}) {
        if (!panel->isVisible())
            continue;
        panel->list().setFocus(Qt::OtherFocusReason);
        return;
    }
}

void StartPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

bool StartPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Down)
        return QWidget::eventFilter(watched, event);
    focusRows();
    return true;
}

} // namespace warroom::desk
