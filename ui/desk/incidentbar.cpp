// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/incidentbar.h"

#include "desk/clockblock.h"
#include "desk/severitybadge.h"
#include "desk/statuspath.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "style/rule.h"
#include "words/duration.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

namespace warroom::desk {

using namespace incident;

namespace {

constexpr int ruleHeight = 3;
constexpr int barHeight = 91;
constexpr int wide = 1200; ///< From there on the button has its place; its key works always.
constexpr int narrow = 1000;
constexpr int longestAudience = 12; ///< In letters; the form has all of it.
// As late as most deadlines ever get.
constexpr Milliseconds veryLate = std::chrono::minutes(-59);

using TimeText = QString (*)(Instant, const QTimeZone&);

QString momentIn(const IncidentState& state, Instant instant, Instant now, TimeText text = &words::timeOfDay)
{
    const QTimeZone zone = state.zone();
    const QDate day = toDateTime(instant, zone).date();
    const QDate today = toDateTime(now, zone).date();
    const QString time = text(instant, zone);
    return day == today ? time : words::shortDate(day, today) + QLatin1Char(' ') + time;
}

/// "14:38 · overdue by 3 min"; of another day only how long ago, so that who leads keeps its room.
QString overdueText(const IncidentState& state, const Deadline& deadline, Instant now)
{
    const QString due = words::timeOfDay(deadline.due, state.zone());
    const bool today = momentIn(state, deadline.due, now) == due;
    const QString over = words::overdue(deadline.left);
    return today ? IncidentBar::tr("%1 · %2", "when it was due, how long ago").arg(due, over) : over;
}

} // namespace

IncidentBar::IncidentBar(const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_severity(theme.line),
      m_badge(new SeverityBadge(theme.controlRadius, this)),
      m_title(
          new style::PlainLabel(style::bodyFont(19, QFont::Bold), theme.text, this, style::PlainLabel::Fit::Elided)),
      m_path(new StatusPath(theme, this)),
      m_elapsed(new ClockBlock(tr("Elapsed"), theme, this)),
      m_update(new ClockBlock(tr("Next update"), theme, this)),
      m_target(new ClockBlock(tr("Target"), theme, this)),
      m_send(new style::Button(tr("Send update"), shownKeys(Act::Update), style::Button::Tone::Accent, theme, this))
{
    setFixedHeight(barHeight);
    for (ClockBlock* clock : {m_update, m_target})
        clock->reserve(words::countdownDigits(veryLate),
            tr("%1 · %2", "when it was due, how long ago").arg(QStringLiteral("00:00"), words::overdue(veryLate)));
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    words->addStretch(1);
    words->addWidget(m_title);
    words->addWidget(m_path);
    words->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, ruleHeight, 0, 1);
    row->setSpacing(0);
    row->addWidget(m_badge);
    row->addSpacing(16);
    row->addLayout(words, 1);
    row->addSpacing(16);
    for (ClockBlock* clock : {m_elapsed, m_update, m_target})
        row->addWidget(clock);
    row->addWidget(m_send);
    row->addSpacing(14);
    connect(m_send, &QPushButton::clicked, this, [this] { Q_EMIT asked(Act::Update); });
}

void IncidentBar::show(const IncidentState& state, const playbook::Playbook& playbook, Instant now)
{
    const playbook::Severity* severity = playbook.severity(state.severity.value);
    const QColor own = severity ? QColor(severity->colour) : QColor();
    const QColor colour = own.isValid() ? own : m_theme.bad;
    if (colour != m_severity) {
        m_severity = colour;
        update();
    }
    m_badge->show(words::visible(state.severity.value), colour);
    if (severity) {
        const QString meaning = words::visible(severity->name + QLatin1Char('\n') + severity->meaning);
        m_badge->setToolTip(style::plainToolTip(meaning));
        m_badge->setAccessibleDescription(meaning);
    }
    QString title = words::visible(words::text(state.title));
    title.replace(QLatin1Char('\n'), QLatin1Char(' '));
    m_title->setText(title);
    m_path->show(state, playbook, now);
    m_runs = !clockEnd(state);
    showSend();
    showElapsed(state, now);
    showUpdate(state, now);
    showTarget(state, now);
}

void IncidentBar::showElapsed(const IncidentState& state, Instant now)
{
    const std::optional<Instant> start = clockStart(state);
    m_elapsed->setVisible(start.has_value());
    if (!start)
        return;
    const std::optional<Instant> end = clockEnd(state);
    // The clocks may have been changed between the two.
    TimeText fromText = &words::timeInZone;
    if (end && words::zoneName(*start, state.zone()) == words::zoneName(*end, state.zone()))
        fromText = &words::timeOfDay;
    const QString from = momentIn(state, *start, now, fromText);
    const QString below = end
        ? tr("%1 – %2", "from, to with zone").arg(from, momentIn(state, *end, now, &words::timeInZone))
        : tr("since %1", "time with zone").arg(from);
    m_elapsed->show(words::elapsedDigits(elapsed(state, now)), below);
}

void IncidentBar::showUpdate(const IncidentState& state, Instant now)
{
    const QString waiting = nextAudience(state, now);
    const std::optional<Deadline> due = nextUpdate(state, waiting, now);
    m_update->setVisible(due.has_value());
    if (!due)
        return;
    const QString when = momentIn(state, due->due, now);
    const QString audience = words::visible(waiting).left(longestAudience);
    const bool over = due->urgency == Urgency::Over;
    QString below = over ? overdueText(state, *due, now)
                         : tr("%1 · every %2", "time, minutes").arg(when, words::shortDuration(due->interval));
    if (!audience.isEmpty())
        below = tr("%1 · %2", "who is to hear, when").arg(audience, over ? words::overdue(due->left) : when);
    m_update->show(words::countdownDigits(due->left), below, due->urgency);
}

void IncidentBar::showTarget(const IncidentState& state, Instant now)
{
    const std::optional<Deadline> target = resolveTarget(state, now);
    m_target->setVisible(target.has_value());
    if (!target)
        return;
    const QString below = target->urgency == Urgency::Over
        ? overdueText(state, *target, now)
        : tr("%1 < %2", "severity, duration")
              .arg(words::visible(state.severity.value), words::shortDuration(target->interval));
    m_target->show(words::countdownDigits(target->left), below, target->urgency);
}

void IncidentBar::resizeEvent(QResizeEvent*)
{
    for (ClockBlock* clock : {m_elapsed, m_update, m_target})
        clock->setTight(width() < narrow);
    showSend();
}

void IncidentBar::showSend() { m_send->setVisible(m_runs && width() >= wide); }

void IncidentBar::mouseReleaseEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    const std::initializer_list<std::pair<QWidget*, Act>> places{{m_badge, Act::Severity}, {m_title, Act::Facts},
        {m_path, Act::Status}, {m_elapsed, Act::Facts}, {m_update, Act::Update}, {m_target, Act::Facts}};
    for (const auto& [widget, act] : places) {
        if (widget->isVisible() && widget->geometry().contains(at))
            Q_EMIT asked(act);
    }
}

void IncidentBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surface);
    style::paintRule(painter, QRect(0, 0, width(), ruleHeight), m_severity);
    style::paintRule(painter, QRect(0, height() - 1, width(), 1), m_theme.line);
}

} // namespace warroom::desk
