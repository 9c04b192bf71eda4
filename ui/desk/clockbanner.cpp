// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/clockbanner.h"

#include "incident/clocks.h"
#include "style/fonts.h"
#include "style/icon.h"
#include "style/plainlabel.h"
#include "words/duration.h"

#include <QHBoxLayout>
#include <QPainter>

namespace warroom::desk {

namespace {

constexpr int signSize = 12;
// Between two machines that keep their time well there is a second or two.
constexpr std::chrono::seconds bearable{10};

} // namespace

ClockBanner::ClockBanner(const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_text(new style::PlainLabel(style::bodyFont(13, QFont::DemiBold), theme.warn, this))
{
    auto* sign = new style::PlainLabel(this);
    sign->setPixmap(style::icon(QStringLiteral("soon"), theme.warn, signSize, devicePixelRatioF()));
    m_text->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 16, 7);
    row->setSpacing(10);
    row->addWidget(sign);
    row->addWidget(m_text, 1);
    hide();
}

void ClockBanner::show(Instant wall, Instant latest, const QTimeZone& zone)
{
    const Milliseconds behind = latest - wall;
    setVisible(behind > bearable);
    if (isHidden())
        return;
    const QString text = tr("The clock of this machine is %1 behind what was logged here.")
                             .arg(words::shortDuration(std::chrono::ceil<std::chrono::minutes>(behind)));
    const QString then = behind > incident::farAhead
        ? tr("Set it right first: what you log would come before everything else.")
        : tr("What you log is timed %1 until it is right; a time you type counts as typed.")
              .arg(words::timeOfDay(latest, zone));
    m_text->setText(text + QLatin1Char(' ') + then);
}

void ClockBanner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surface);
    painter.fillRect(QRect(0, 0, 3, height()), m_theme.warn);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.line);
}

} // namespace warroom::desk
