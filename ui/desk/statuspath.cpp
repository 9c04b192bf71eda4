// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/statuspath.h"

#include "desk/keytable.h"
#include "incident/doubts.h"
#include "report/postmortem.h"
#include "style/fonts.h"
#include "words/duration.h"
#include "words/sentence.h"
#include "words/translate.h"
#include "words/visible.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace warroom::desk {

namespace {

constexpr int gap = 9;
constexpr int rowHeight = 18;
constexpr int most = 3; ///< The rank of a piece: the label gives way before what is to be done.
constexpr int longestName = 24; ///< In letters, so that the status keeps its room.

int widthOf(const QString& text, const QFont& font) { return QFontMetrics(font).horizontalAdvance(text); }

} // namespace

StatusPath::StatusPath(const style::Theme& theme, QWidget* parent) : PlainLabel(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StatusPath::show(const incident::IncidentState& state, const playbook::Playbook& playbook, Instant now)
{
    const std::vector<Piece> before = std::exchange(m_pieces, {});
    add(words::visible(state.label), style::monoFont(12), m_theme.muted, 2);
    add(QStringLiteral("·"), style::bodyFont(12), m_theme.muted, 2);
    QStringList said{words::visible(state.label), addStatuses(state, playbook), addCommander(state)};
    said << addDue(state, playbook, now) << addDoubts(state, now);
    if (m_pieces == before)
        return;
    said.removeAll(QString());
    setText(said.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

void StatusPath::add(const QString& text, const QFont& font, const QColor& colour, int rank)
{
    m_pieces.push_back({text, font, colour, gap, rank});
}

QString StatusPath::addStatuses(const incident::IncidentState& state, const playbook::Playbook& playbook)
{
    const QString inForce = state.status.value;
    const std::optional<Instant> closed = state.milestone(playbook::Milestone::Closed);
    const bool over = closed || state.milestone(playbook::Milestone::Resolved);
    bool passed = playbook.status(inForce) != nullptr;
    bool first = true;
    const auto addWord = [&](const QString& word, bool current) {
        if (!std::exchange(first, false))
            add(QStringLiteral("›"), style::bodyFont(12), m_theme.muted, 3);
        const QColor colour = current ? (over ? m_theme.good : m_theme.warn) : passed ? m_theme.text : m_theme.muted;
        add(words::visible(word), style::bodyFont(12, current ? QFont::Bold : QFont::Normal), colour, current ? 0 : 3);
    };
    if (!passed)
        addWord(inForce, true);
    for (const playbook::Status& status : playbook.statuses) {
        const bool current = status.word.compare(inForce, Qt::CaseInsensitive) == 0;
        passed = passed && !current;
        addWord(status.word, current);
    }
    if (!closed)
        return tr("status %1").arg(words::visible(inForce));
    // With its date: most are closed on another day.
    const QDate day = toDateTime(*closed, state.zone()).date();
    const QString end =
        tr("Closed %1 %2", "date, time").arg(words::shortDate(day, day), words::timeOfDay(*closed, state.zone()));
    addWord(end, true);
    return end;
}

QString StatusPath::addCommander(const incident::IncidentState& state)
{
    const std::optional<PersonId> commander = state.commander();
    const QString name = commander ? words::visible(words::person(state, *commander)) : QString();
    const QString leads = commander ? tr("%1 leads").arg(words::shortened(name, longestName)) : tr("nobody leads yet");
    add(QStringLiteral("·"), style::bodyFont(12), m_theme.muted, 0);
    add(leads, style::bodyFont(12, QFont::DemiBold), commander ? m_theme.text : m_theme.warn, 0);
    m_pieces.back().whole = true;
    return leads;
}

/// Until when the post-mortem is wanted, as long as the incident is not closed.
QString StatusPath::addDue(const incident::IncidentState& state, const playbook::Playbook& playbook, Instant now)
{
    const std::optional<Instant> due = report::postMortemDue(state, playbook);
    if (!due || state.closed())
        return {};
    const QDate day = toDateTime(*due, state.zone()).date();
    const QString when = words::shortDate(day, toDateTime(now, state.zone()).date()) + QLatin1Char(' ')
        + words::timeOfDay(*due, state.zone());
    const bool over = now > *due;
    const QString text = over ? tr("post-mortem overdue since %1").arg(when) : tr("post-mortem due %1").arg(when);
    add(QStringLiteral("·"), style::bodyFont(12), m_theme.muted, 1);
    add(text, style::bodyFont(12), over ? m_theme.bad : m_theme.muted, 1);
    return text;
}

/// That there are times to be set right.
QString StatusPath::addDoubts(const incident::IncidentState& state, Instant now)
{
    const int count = int(incident::milestoneDoubts(incident::milestoneTimes(state), state.falseAlarm, now).size());
    if (count == 0)
        return {};
    const QString keys = shownKeys(Act::Facts);
    const QString text = words::counted(
        count, tr("! 1 time to check, %1").arg(keys), tr("! %n times to check, %1", nullptr, count).arg(keys));
    add(QStringLiteral("·"), style::bodyFont(12), m_theme.muted, 1);
    add(text, style::bodyFont(12), m_theme.warn, 1);
    return text;
}

int StatusPath::widthUpTo(int rank) const
{
    int width = 0;
    for (const Piece& piece : m_pieces)
        width += piece.rank <= rank ? widthOf(piece.text, piece.font) + piece.gap : 0;
    return width;
}

QSize StatusPath::sizeHint() const { return {widthUpTo(most), rowHeight}; }

QSize StatusPath::minimumSizeHint() const { return {0, rowHeight}; }

void StatusPath::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    int x = 0;
    int shown = most;
    while (shown > 0 && widthUpTo(shown) > width())
        --shown;
    // Who leads is never cut: what stands before it gives way.
    int tooWide = std::max(widthUpTo(shown) - gap - width(), 0);
    for (const Piece& piece : m_pieces) {
        if (piece.rank > shown)
            continue;
        painter.setFont(piece.font);
        painter.setPen(piece.colour);
        int room = widthOf(piece.text, piece.font);
        const int less = piece.whole ? 0 : std::min(tooWide, room);
        room -= less;
        tooWide -= less;
        const QString text =
            less > 0 ? QFontMetrics(piece.font).elidedText(piece.text, Qt::ElideRight, room) : piece.text;
        painter.drawText(QRect(x, 0, room, height()), int(Qt::AlignVCenter) | Qt::TextSingleLine, text);
        x += room + piece.gap;
    }
}

} // namespace warroom::desk
