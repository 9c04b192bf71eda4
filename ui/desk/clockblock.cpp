// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/clockblock.h"

#include "style/clockdigits.h"
#include "style/fonts.h"
#include "style/icon.h"
#include "style/plainlabel.h"
#include "style/rule.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace warroom::desk {

using incident::Urgency;

namespace {

constexpr int left = 17;
constexpr int right = 31;
constexpr int tightSide = 12;
constexpr int signSize = 10;

struct Look {
    QColor colour;
    QString sign;
    QString word;
};

Look lookOf(Urgency urgency, const style::Theme& theme)
{
    switch (urgency) {
    case Urgency::None:
    case Urgency::Calm:
        return {theme.text, {}, {}};
    case Urgency::Soon:
        return {theme.warn, QStringLiteral("soon"), ClockBlock::tr("SOON")};
    case Urgency::Over:
        return {theme.bad, QStringLiteral("over"), ClockBlock::tr("OVERDUE")};
    case Urgency::Met:
        return {theme.good, QStringLiteral("met"), ClockBlock::tr("MET")};
    }
    Q_UNREACHABLE();
}

} // namespace

ClockBlock::ClockBlock(const QString& name, const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_name(new style::PlainLabel(style::captionFont(), theme.muted, this)),
      m_sign(new style::PlainLabel(this)),
      m_word(new style::PlainLabel(style::captionFont(), theme.text, this)),
      m_digits(new style::ClockDigits(style::clockFont(), theme.text, this)),
      m_below(new style::PlainLabel(style::bodyFont(12), theme.muted, this))
{
    m_name->setText(name.toUpper());
    m_digits->setAccessibleName(name);
    auto* top = new QHBoxLayout;
    top->setSpacing(5);
    top->addWidget(m_name);
    top->addWidget(m_sign);
    top->addWidget(m_word);
    top->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(left, 0, right, 0);
    column->setSpacing(0);
    column->addStretch(1);
    column->addLayout(top);
    column->addWidget(m_digits, 0, Qt::AlignLeft);
    column->addWidget(m_below);
    column->addStretch(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void ClockBlock::reserve(const QString& digits, const QString& below)
{
    show(digits, below, Urgency::Over);
    setMinimumWidth(sizeHint().width());
}

void ClockBlock::setTight(bool tight)
{
    if (tight == m_tight)
        return;
    m_tight = tight;
    const int saved = left + right - 2 * tightSide;
    layout()->setContentsMargins(tight ? tightSide : left, 0, tight ? tightSide : right, 0);
    setMinimumWidth(std::max(minimumWidth() + (tight ? -saved : saved), 0));
}

void ClockBlock::show(const QString& digits, const QString& below, Urgency urgency)
{
    m_digits->setDigits(digits);
    m_below->setText(below);
    m_digits->setAccessibleDescription(below);
    if (m_urgency == urgency)
        return;
    m_urgency = urgency;
    const Look look = lookOf(urgency, m_theme);
    m_digits->setColour(look.colour);
    m_word->setText(look.word);
    m_word->setColour(look.colour);
    m_word->setVisible(!look.word.isEmpty());
    m_sign->setVisible(!look.sign.isEmpty());
    m_below->setColour(urgency == Urgency::Over ? look.colour : m_theme.muted);
    if (!look.sign.isEmpty())
        m_sign->setPixmap(style::icon(look.sign, look.colour, signSize, devicePixelRatioF()));
}

void ClockBlock::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    style::paintRule(painter, QRect(0, 12, 1, height() - 24), m_theme.line);
}

} // namespace warroom::desk
