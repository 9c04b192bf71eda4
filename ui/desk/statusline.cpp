// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/statusline.h"

#include "desk/keytable.h"
#include "style/fonts.h"
#include "style/icon.h"
#include "style/keycap.h"
#include "style/plainlabel.h"
#include "style/rule.h"
#include "words/duration.h"
#include "words/refusal.h"
#include "words/translate.h"
#include "words/visible.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace warroom::desk {

namespace {

constexpr int lineHeight = 26;
constexpr int dotSize = 9;
constexpr int signSize = 12;

struct Look {
    QString sign;
    int size;
    QColor colour;
    QColor textColour;
    QString text;
};

Look lookOf(const session::SaveState& state, bool waiting, const QTimeZone& zone, const style::Theme& theme)
{
    if (state.problem) {
        return {QStringLiteral("over"), signSize, theme.bad, theme.bad,
            StatusLine::tr("NOT SAVED: %1").arg(words::refusal(*state.problem))};
    }
    if (state.readOnly) {
        return {QStringLiteral("soon"), signSize, theme.warn, theme.warn,
            StatusLine::tr("READ ONLY: %1").arg(words::refusal(*state.readOnly))};
    }
    if (state.leftOut > 0) {
        return {QStringLiteral("over"), signSize, theme.bad, theme.bad,
            words::counted(state.leftOut, StatusLine::tr("NOT SAVED: 1 act from before. It goes in by itself"),
                StatusLine::tr("NOT SAVED: %n acts from before. They go in by themselves", nullptr, state.leftOut))};
    }
    if (state.slow) {
        return {QStringLiteral("soon"), signSize, theme.warn, theme.warn,
            StatusLine::tr("Not saved yet: the disk is slow")};
    }
    if (state.erasing) {
        return {QStringLiteral("soon"), signSize, theme.warn, theme.warn,
            StatusLine::tr("Being erased, waiting for another window")};
    }
    if (state.lastSaved) {
        return {QStringLiteral("declared"), dotSize, theme.good, theme.muted,
            StatusLine::tr("Saved %1").arg(words::timeOfDayWithSeconds(*state.lastSaved, zone))};
    }
    if (waiting)
        return {QStringLiteral("declared"), dotSize, theme.muted, theme.muted, StatusLine::tr("Saving the first line")};
    return {QStringLiteral("declared"), dotSize, theme.good, theme.muted, StatusLine::tr("All saved")};
}

} // namespace

StatusLine::StatusLine(const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_sign(new style::PlainLabel(this)),
      m_saved(new style::PlainLabel(style::bodyFont(12), theme.muted, this, style::PlainLabel::Fit::Elided)),
      m_reachSign(new style::PlainLabel(this)),
      m_reach(new style::PlainLabel(style::bodyFont(12), theme.muted, this, style::PlainLabel::Fit::Elided)),
      m_person(new style::PlainLabel(style::bodyFont(12), theme.muted, this, style::PlainLabel::Fit::Elided)),
      m_time(new style::PlainLabel(style::monoFont(12), theme.muted, this))
{
    setFixedHeight(lineHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 1, 16, 0);
    row->setSpacing(10);
    row->addWidget(m_sign);
    row->addWidget(m_saved);
    row->addSpacing(6);
    row->addWidget(m_reachSign);
    row->addWidget(m_reach, 1);
    row->addWidget(m_person);
    row->addSpacing(6);
    row->addWidget(new style::KeyCap(shownKeys(Act::Everything), this));
    auto* everything = new style::PlainLabel(style::bodyFont(12), theme.muted, this);
    everything->setText(keyRow(Act::Everything).name.toLower());
    row->addWidget(everything);
    row->addSpacing(6);
    row->addWidget(m_time);
}

void StatusLine::show(const session::SaveState& state, bool waiting, const QTimeZone& zone)
{
    const Look look = lookOf(state, waiting, zone, m_theme);
    m_sign->setPixmap(style::icon(look.sign, look.colour, look.size, devicePixelRatioF()));
    m_saved->setText(look.text);
    m_saved->setColour(look.textColour);
}

void StatusLine::show(const std::vector<metrics::Reach>& reach)
{
    QStringList texts;
    QStringList why;
    const bool isLost = std::ranges::any_of(reach, [](const metrics::Reach& each) { return each.failure.has_value(); });
    for (const metrics::Reach& each : reach) {
        const QString name = words::visible(each.name);
        if (each.failure)
            texts << tr("%1 unreachable").arg(name);
        else if (each.took)
            texts << tr("%1 %2 ms").arg(name, QString::number(each.took->count()));
        if (each.failure)
            why << QStringLiteral("%1: %2").arg(name, words::refusal(*each.failure));
    }
    m_reachSign->setVisible(!texts.isEmpty());
    m_reachSign->setPixmap(isLost
            ? style::icon(QStringLiteral("over"), m_theme.bad, signSize, devicePixelRatioF())
            : style::icon(QStringLiteral("declared"), m_theme.good, dotSize, devicePixelRatioF()));
    m_reach->setText(texts.join(QStringLiteral(" · ")));
    m_reach->setColour(isLost ? m_theme.bad : m_theme.muted);
    m_reach->setPlainToolTip(why.join(QLatin1Char('\n')));
}

void StatusLine::showPerson(const QString& name) { m_person->setText(tr("you are %1").arg(words::visible(name))); }

void StatusLine::showTime(Instant now, const QTimeZone& zone)
{
    m_time->setText(words::zoneName(now, zone) + QLatin1Char(' ') + words::timeOfDayWithSeconds(now, zone));
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surface);
    style::paintRule(painter, QRect(0, 0, width(), 1), m_theme.line);
}

} // namespace warroom::desk
