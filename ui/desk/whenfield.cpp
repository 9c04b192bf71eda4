// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/whenfield.h"

#include "base/repeatedhour.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "style/textfield.h"
#include "words/duration.h"
#include "words/refusal.h"

#include <QDateTime>
#include <QHBoxLayout>

namespace warroom::desk {

namespace {

constexpr int fieldShare = 2; ///< Of the width; the rest is for how it is read.
constexpr int readingShare = 3;

/// As one would type it.
QString asTyped(Instant moment, const capture::Situation& situation)
{
    // A time that there is twice would be read as the first.
    if (isShownTwice(moment, situation.zone))
        return toDateTime(moment).toString(QStringLiteral("yyyy-MM-ddTHH:mmZ"));
    const QString time = words::timeOfDay(moment, situation.zone);
    const QDate today = toDateTime(situation.now, situation.zone).date();
    const qint64 daysAgo = toDateTime(moment, situation.zone).date().daysTo(today);
    if (daysAgo == 0)
        return time;
    if (daysAgo == 1)
        return QStringLiteral("yesterday ") + time; // a word of the line, not of the reader
    return toDateTime(moment).toString(QStringLiteral("yyyy-MM-ddTHH:mmZ"));
}

} // namespace

WhenField::WhenField(
    const QString& name, std::function<capture::Situation()> situation, const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_situation(std::move(situation)),
      m_field(new style::TextField(name, 1, theme, this)),
      m_reading(new style::PlainLabel(style::bodyFont(13), theme.muted, this))
{
    m_reading->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_field, fieldShare);
    row->addWidget(m_reading, readingShare);
    setFocusProxy(m_field);
    connect(m_field, &QPlainTextEdit::textChanged, this, [this] {
        refresh();
        Q_EMIT changed();
    });
}

QString WhenField::typed() const { return m_field->text().trimmed(); }
bool WhenField::isChanged() const { return typed() != m_givenText; }
bool WhenField::isEmpty() const { return typed().isEmpty(); }
void WhenField::setPlaceholder(const QString& text) { m_field->setPlaceholderText(text); }

void WhenField::setMoment(std::optional<Instant> moment)
{
    m_given = moment;
    m_givenText = moment ? asTyped(*moment, m_situation()) : QString();
    m_field->setText(m_givenText);
    m_field->document()->setModified(false);
    refresh();
}

Result<std::optional<Instant>> WhenField::moment() const
{
    if (!isChanged())
        return m_given;
    if (isEmpty())
        return std::optional<Instant>();
    capture::Situation situation = m_situation();
    situation.firstKey = situation.now;
    const Result<capture::When> when = capture::readWhen(typed(), situation);
    return when ? Result(std::optional(when->instant)) : when.error();
}

void WhenField::showDoubt(const QString& doubt)
{
    m_doubt = doubt;
    refresh();
}

void WhenField::refresh()
{
    const Result<std::optional<Instant>> read = moment();
    if (!read) {
        m_reading->setColour(m_theme.bad);
        m_reading->setText(words::refusal(read.error()));
        return;
    }
    if (!m_doubt.isEmpty()) {
        m_reading->setColour(m_theme.warn);
        m_reading->setText(m_doubt);
        return;
    }
    m_reading->setColour(m_theme.muted);
    if (!*read) {
        m_reading->setText({});
        return;
    }
    const capture::Situation situation = m_situation();
    const QDate day = toDateTime(**read, situation.zone).date();
    const QDate today = toDateTime(situation.now, situation.zone).date();
    const auto ago = std::chrono::floor<std::chrono::minutes>(situation.now - **read);
    const QString when =
        QStringLiteral("%1 %2").arg(words::shortDate(day, today), words::timeInZone(**read, situation.zone));
    m_reading->setText(ago.count() > 0
            ? tr("%1, %2 ago", "date and time, duration").arg(when, words::shortDuration(ago))
            : tr("%1, just now", "date and time").arg(when));
}

} // namespace warroom::desk
