// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/notsavedstrip.h"

#include "style/fonts.h"
#include "style/icon.h"
#include "style/plainlabel.h"
#include "style/rule.h"
#include "timeline/kindlook.h"
#include "views/entryword.h"
#include "words/duration.h"
#include "words/refusal.h"
#include "words/sentence.h"
#include "words/translate.h"
#include "words/visible.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace warroom::timeline {

using session::Pending;

namespace {

constexpr int maxLines = 4;
constexpr int signSize = 12;
// The store has a line after a fraction of a millisecond as a rule: a strip that came and went each time would make
// the timeline jump.
constexpr std::chrono::milliseconds patience{40};

bool has(const std::vector<Pending>& pending, Pending::Stage stage)
{
    return std::ranges::any_of(pending, [stage](const Pending& each) { return each.stage == stage; });
}

} // namespace

NotSavedStrip::NotSavedStrip(const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_colour(theme.muted),
      m_sign(new style::PlainLabel(this)),
      m_heading(new style::PlainLabel(style::bodyFont(13, QFont::DemiBold), theme.muted, this)),
      m_kept(new style::PlainLabel(style::bodyFont(13), theme.text, this)),
      m_more(new style::PlainLabel(style::bodyFont(13), theme.muted, this)),
      m_retry(new QPushButton(tr("Retry"), this)),
      m_copy(new QPushButton(tr("Copy"), this))
{
    setAccessibleName(tr("Not saved yet"));
    m_heading->setWordWrap(true);
    m_kept->setWordWrap(true);
    m_retry->setAccessibleName(tr("Retry saving"));
    m_copy->setAccessibleName(tr("Copy the lines that are not saved"));
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_sign);
    top->addWidget(m_heading, 1);
    top->addWidget(m_retry);
    top->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(columns::timeLeft, 8, 12, 8);
    column->setSpacing(4);
    column->addLayout(top);
    column->addWidget(m_kept);
    column->addWidget(m_more);
    column->addLayout(makeRows());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &NotSavedStrip::appear);
    connect(m_retry, &QPushButton::clicked, this, &NotSavedStrip::retryAsked);
    connect(m_retry, &QPushButton::clicked, this, &NotSavedStrip::done);
    connect(m_copy, &QPushButton::clicked, this, &NotSavedStrip::copy);
}

QLayout* NotSavedStrip::makeRows()
{
    using style::PlainLabel;
    auto* rows = new QGridLayout;
    rows->setSpacing(0);
    rows->setVerticalSpacing(4);
    const int iconLeft = columns::iconCentre - columns::iconSize / 2;
    rows->setColumnMinimumWidth(0, iconLeft - columns::timeLeft);
    rows->setColumnMinimumWidth(1, columns::kindLeft - iconLeft);
    rows->setColumnMinimumWidth(2, columns::textLeft - columns::kindLeft);
    rows->setColumnStretch(3, 1);
    for (int i = 0; i < maxLines; ++i) {
        const Row row{new PlainLabel(style::monoFont(13), m_theme.muted, this), new PlainLabel(this),
            new PlainLabel(style::bodyFont(12, QFont::DemiBold), m_theme.muted, this),
            new PlainLabel(style::monoFont(13), m_theme.text, this, PlainLabel::Fit::Elided)};
        int column = 0;
        for (PlainLabel* label : {row.time, row.icon, row.kind, row.text})
            rows->addWidget(label, i, column++);
        m_rows.push_back(row);
    }
    return rows;
}

void NotSavedStrip::show(const std::vector<Pending>& pending, const QTimeZone& zone)
{
    m_pending = pending;
    m_zone = zone;
    if (pending.empty()) {
        m_patience.stop();
        hide();
    } else if (isVisible() || has(pending, Pending::Stage::Failed) || has(pending, Pending::Stage::Slow)) {
        appear();
    } else if (!m_patience.isActive()) {
        m_patience.start();
    }
}

void NotSavedStrip::appear()
{
    m_patience.stop();
    showHeading();
    showLines();
    setVisible(true);
    update();
}

void NotSavedStrip::showHeading()
{
    const auto failed =
        std::ranges::find_if(m_pending, [](const Pending& each) { return each.stage == Pending::Stage::Failed; });
    const bool isFailed = failed != m_pending.end();
    QString sign = QStringLiteral("cadence");
    if (isFailed) {
        m_colour = m_theme.bad;
        sign = QStringLiteral("over");
        m_heading->setText(
            failed->problem ? tr("NOT SAVED: %1").arg(words::refusal(*failed->problem)) : tr("NOT SAVED"));
        m_kept->setText(failed->problem && !failed->problem->keptIn.isEmpty()
                ? tr("Kept in %1; it goes into the log by itself as soon as that can be written.")
                      .arg(words::visible(failed->problem->keptIn))
                : tr("Only in this window: copy it."));
    } else if (has(m_pending, Pending::Stage::Slow)) {
        m_colour = m_theme.warn;
        sign = QStringLiteral("soon");
        m_heading->setText(tr("Not saved yet: waiting for the disk"));
    } else {
        m_colour = m_theme.muted;
        m_heading->setText(tr("Not saved yet"));
    }
    m_heading->setColour(m_colour);
    m_sign->setPixmap(style::icon(sign, m_colour, signSize, devicePixelRatioF()));
    m_retry->setVisible(isFailed);
    m_copy->setVisible(isFailed);
    m_kept->setVisible(isFailed);
}

void NotSavedStrip::showLines()
{
    // The newest are what one looks for; they stand next to the line.
    const int more = std::max(int(m_pending.size()) - maxLines, 0);
    m_more->setText(words::counted(more, tr("and 1 more"), tr("and %n more", nullptr, more)));
    m_more->setVisible(more > 0);
    auto pending = m_pending.begin() + more;
    for (const Row& row : m_rows) {
        const bool used = pending != m_pending.end();
        for (style::PlainLabel* label : {row.time, row.icon, row.kind, row.text})
            label->setVisible(used);
        if (used)
            showRow(row, *pending++);
    }
}

void NotSavedStrip::showRow(const Row& row, const Pending& pending)
{
    const incident::Body body = kindOf(pending.submission.command);
    const QString word = views::entryWord(body);
    row.time->setText(words::timeOfDay(pending.submission.occurredAt, m_zone));
    row.icon->setPixmap(style::icon(word, iconColour(word, m_theme), columns::iconSize, devicePixelRatioF()));
    row.kind->setText(words::kind(body));
    row.text->setText(words::visible(words::firstLine(pending.line)));
}

bool NotSavedStrip::takeFocus()
{
    if (!m_retry->isVisible())
        return false;
    m_retry->setFocus(Qt::TabFocusReason);
    return true;
}

bool NotSavedStrip::holdsFocus() const { return m_retry->hasFocus() || m_copy->hasFocus(); }

void NotSavedStrip::copy()
{
    QStringList lines;
    for (const Pending& pending : m_pending)
        lines << pending.line;
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    Q_EMIT done();
}

void NotSavedStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    style::paintRule(painter, QRect(0, 0, width(), 1), m_theme.line);
    painter.fillRect(QRect(0, 1, 3, height() - 1), m_colour);
}

} // namespace warroom::timeline
