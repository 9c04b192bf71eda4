// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinecard.h"

#include "style/fonts.h"
#include "style/plainlabel.h"
#include "timeline/notsavedstrip.h"
#include "timeline/timelinenotice.h"
#include "timeline/timelineview.h"

#include <QStackedLayout>
#include <QVBoxLayout>

namespace warroom::timeline {

TimelineCard::TimelineCard(const style::Theme& theme, const TimelineWords::Source& source,
    CaptureLine::SituationSource situation, QWidget* undeclared, QWidget* parent)
    : style::Card(theme, parent),
      m_model(new views::TimelineModel(this)),
      m_words(new TimelineWords(m_model, source, this)),
      m_strip(new NotSavedStrip(theme, this)),
      m_line(new CaptureLine(theme, std::move(situation), this))
{
    build(makeHistory(theme), undeclared);
    connectParts();
}

QWidget* TimelineCard::makeHistory(const style::Theme& theme)
{
    auto* history = new QWidget(this);
    auto* caption = new style::PlainLabel(style::captionFont(), theme.muted, history);
    caption->setText(tr("Timeline").toUpper());
    caption->setContentsMargins(theme.padding, theme.padding + 2, theme.padding, theme.padding);
    m_view = new TimelineView(theme, m_words, history);
    m_notice = new TimelineNotice(theme, history);
    auto* column = new QVBoxLayout(history);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(caption);
    column->addWidget(m_view, 1);
    return history;
}

void TimelineCard::build(QWidget* history, QWidget* empty)
{
    m_pages = new QStackedLayout;
    m_pages->addWidget(empty);
    m_pages->addWidget(history);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(m_pages, 1);
    column->addWidget(m_strip);
    column->addWidget(m_line);
}

void TimelineCard::connectParts()
{
    connect(m_view, &TimelineView::unseenChanged, m_notice, &TimelineNotice::showUnseen);
    connect(m_view, &TimelineView::typed, this, [this](const QString& text) {
        focusLine();
        m_line->type(text);
    });
    connect(m_notice, &TimelineNotice::clicked, this, &TimelineCard::showLast);
    connect(m_strip, &NotSavedStrip::retryAsked, this, &TimelineCard::retryAsked);
    connect(m_strip, &NotSavedStrip::done, this, &TimelineCard::focusLine);
}

void TimelineCard::show(const incident::IncidentState& state)
{
    m_pages->setCurrentIndex(state.declared() ? 1 : 0);
    m_model->show(state);
}

void TimelineCard::showAnew(const incident::IncidentState& state)
{
    show(state);
    m_view->measureAgain();
}

void TimelineCard::show(const std::vector<session::Pending>& pending, const QTimeZone& zone)
{
    for (const session::Pending& each : pending)
        m_view->expectOwn(each.submission.act);
    m_strip->show(pending, zone);
}

void TimelineCard::tellSaved(EntryId act)
{
    const int row = m_model->lastRowOfAct(act);
    if (row < 0)
        return;
    m_lastAct = act;
    m_view->executeLayout();
    if (const int away = m_view->rowsAway(row); away != 0) {
        const QModelIndex index = m_model->index(row);
        m_notice->showSaved(
            index.data(views::TimelineModel::TimeRole).toDateTime().toString(QStringLiteral("HH:mm")), away);
    }
}

void TimelineCard::showLast()
{
    const int row = m_lastAct ? m_model->lastRowOfAct(*m_lastAct) : -1;
    const bool rather = m_view->unseen() > 0 && !m_notice->isAboutSaved();
    if (row < 0 || rather)
        m_view->goToEnd();
    else
        m_view->showRow(row);
    m_notice->end();
}

void TimelineCard::focusLine() { m_line->setFocus(Qt::OtherFocusReason); }

bool TimelineCard::focusNextPanel()
{
    // From the line upwards: what waits to be saved is more urgent than what happened.
    const bool inStrip = m_strip->holdsFocus();
    if (!inStrip && !m_view->hasFocus() && m_strip->takeFocus())
        return true;
    if (m_view->hasFocus() || !m_view->isVisible())
        return false;
    m_view->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace warroom::timeline
