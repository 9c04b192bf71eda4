// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/startpage.h"

#include "desk/keytable.h"
#include "desk/panel.h"
#include "desk/paneldelegate.h"
#include "playbook/playbook.h"
#include "style/button.h"
#include "style/fonts.h"
#include "style/icon.h"
#include "style/keycap.h"
#include "style/plainlabel.h"
#include "style/scrollarea.h"
#include "style/textfield.h"
#include "views/incidentsmodel.h"
#include "words/refusal.h"
#include "words/translate.h"
#include "words/visible.h"

#include <QHBoxLayout>

namespace warroom::desk {

using style::PlainLabel;
using views::IncidentsModel;

namespace {

constexpr int iconSize = 40;
constexpr int widest = 1080;

} // namespace

StartPage::StartPage(session::Board& board, const Clock& clock, const std::vector<playbook::Severity>& severities,
    const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_board(board),
      m_clock(clock),
      m_theme(theme),
      m_openModel(new IncidentsModel(this)),
      m_pastModel(new IncidentsModel(this)),
      m_open(new Panel(theme, tr("Open incidents"), {}, m_openModel, this)),
      m_past(new Panel(theme, tr("Past incidents"), {}, m_pastModel, this)),
      m_search(new style::TextField(tr("Search all incidents"), 1, theme, this)),
      m_found(new PlainLabel(style::bodyFont(13), theme.muted, this, PlainLabel::Fit::Elided))
{
    auto* middle = new QWidget;
    middle->setMaximumWidth(widest);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(theme.padding, 28, theme.padding, 20);
    column->setSpacing(20);
    column->addLayout(makeDeclare(severities));
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
    connect(&m_board, &session::Board::changed, this, &StartPage::showIncidents);
}

QLayout* StartPage::makeDeclare(const std::vector<playbook::Severity>& severities)
{
    auto* icon = new PlainLabel(this);
    icon->setPixmap(style::programIcon().pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    auto* declare = new style::Button(
        tr("Declare an incident"), shownKeys(Act::Declare), style::Button::Tone::Danger, m_theme, this);
    declare->enlarge();
    connect(declare, &QPushButton::clicked, this, &StartPage::declareAsked);
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
        connect(&panel->list(), &PanelList::chosen, this,
            [this](const QModelIndex& index) { Q_EMIT incidentAsked({index.data(IncidentsModel::IdRole).toUuid()}); });
    }
    connect(m_search, &QPlainTextEdit::textChanged, this, &StartPage::showIncidents);
    auto* column = new QVBoxLayout;
    column->setSpacing(m_theme.gap);
    column->addWidget(m_search);
    column->addWidget(m_found);
    column->addLayout(lists);
    column->addStretch(1);
    return column;
}

/// All of them; while something is searched for, those in which it was said.
void StartPage::showIncidents()
{
    if (!isVisible())
        return; // each incident's page has one, and most are never seen
    const std::optional<QSet<IncidentId>> found = search();
    std::vector<views::IncidentRow> open;
    std::vector<views::IncidentRow> past;
    bool anyOpen = false;
    bool anyPast = false;
    for (const journal::Listed& listed : m_board.incidents()) {
        const incident::IncidentState& state = m_board.state(listed.id);
        (state.closed() ? anyPast : anyOpen) = true;
        if (!found || found->contains(listed.id))
            (state.closed() ? past : open).push_back(views::incidentRow(state, listed.label, m_clock.now()));
    }
    m_open->setVisible(anyOpen);
    m_past->setVisible(anyPast);
    m_search->setVisible(anyOpen || anyPast);
    m_openModel->show(std::move(open));
    m_pastModel->show(std::move(past));
}

/// The incidents in which it was said; none where nothing is searched for, or it cannot be.
std::optional<QSet<IncidentId>> StartPage::search()
{
    const QString wanted = m_search->text().trimmed();
    m_found->setVisible(!wanted.isEmpty());
    if (wanted.isEmpty())
        return std::nullopt;
    const Result<std::vector<journal::Hit>> hits = m_board.search(wanted);
    if (!hits) {
        m_found->setText(words::refusal(hits.error()));
        return std::nullopt;
    }
    QSet<IncidentId> found;
    for (const journal::Hit& hit : *hits)
        found.insert(hit.event.envelope.incident);
    const int count = int(hits->size());
    m_found->setText(count == 0
            ? tr("Nothing found.")
            : words::counted(count, tr("1 entry has it."), tr("%n entries have it.", nullptr, count)));
    return found;
}

void StartPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showIncidents();
}

} // namespace warroom::desk
