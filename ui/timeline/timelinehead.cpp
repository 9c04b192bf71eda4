// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinehead.h"

#include "style/button.h"
#include "style/chip.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "style/rule.h"
#include "timeline/headfield.h"
#include "words/duration.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

#include <utility>

namespace warroom::timeline {

using views::TimelineFilter;

namespace {

constexpr int headHeight = 42;
constexpr int controlHeight = 26;
constexpr int fieldWidth = 220;
constexpr int foundWidth = 68;
constexpr int narrow = 700; ///< Below it the caption makes room for the field.

} // namespace

TimelineHead::TimelineHead(const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_caption(new style::PlainLabel(style::captionFont(), theme.muted, this)),
      m_day(new style::PlainLabel(style::captionFont(), theme.text, this, style::PlainLabel::Fit::Elided)),
      m_chips(new QButtonGroup(this)),
      m_found(new style::PlainLabel(style::bodyFont(13), theme.muted, this)),
      m_label(new style::PlainLabel(style::bodyFont(13), theme.muted, this)),
      m_field(new HeadField(theme, this)),
      m_search(new style::Button(tr("Search"), tr("Ctrl F"), style::Button::Tone::Plain, theme, this))
{
    m_caption->setText(tr("Timeline").toUpper());
    // What is said in it moves nothing beside it.
    m_found->setMinimumWidth(foundWidth);
    m_found->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_found->hide();
    m_label->setBuddy(m_field);
    m_label->hide();
    m_field->hide();
    m_field->setMaximumWidth(fieldWidth);
    m_search->setFixedHeight(controlHeight);
    m_search->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.padding, 0, theme.padding, 0);
    row->setSpacing(6);
    row->addWidget(m_caption);
    row->addWidget(m_day, 1);
    addChips(theme);
    row->addWidget(m_found);
    row->addWidget(m_label);
    row->addWidget(m_field, 2);
    row->addWidget(m_search);
    setFixedHeight(headHeight);
    connect(m_search, &QPushButton::clicked, this, &TimelineHead::startSearch);
    connectField();
}

void TimelineHead::addChips(const style::Theme& theme)
{
    for (int sort = TimelineFilter::All; sort < TimelineFilter::sorts; ++sort) {
        auto* chip = new style::Chip(nameOf(Sort(sort)), theme, this);
        // A click leaves the focus in the line.
        chip->setFocusPolicy(Qt::TabFocus);
        chip->setChecked(sort == TimelineFilter::All);
        m_chips->addButton(chip, sort);
        layout()->addWidget(chip);
    }
    connect(m_chips, &QButtonGroup::idToggled, this, [this](int sort, bool on) {
        if (on)
            Q_EMIT chosen(Sort(sort));
    });
}

void TimelineHead::connectField()
{
    connect(m_field, &QPlainTextEdit::textChanged, this, [this] {
        m_found->clear();
        if (m_open == Field::Search)
            Q_EMIT searched(m_field->text());
    });
    connect(m_field, &style::TextField::entered, this, [this] {
        if (m_open == Field::Time)
            Q_EMIT timeEntered(m_field->text());
        else
            Q_EMIT rowsWanted();
    });
    connect(m_field, &HeadField::rowsWanted, this, &TimelineHead::rowsWanted);
    connect(m_field, &HeadField::left, this, &TimelineHead::left);
}

QString TimelineHead::nameOf(Sort sort)
{
    switch (sort) {
    case TimelineFilter::All:
        return tr("All");
    case TimelineFilter::Key:
        return tr("Main points");
    case TimelineFilter::Decisions:
        return tr("Decisions");
    case TimelineFilter::Actions:
        return tr("Actions");
    case TimelineFilter::Updates:
        return tr("Updates");
    case TimelineFilter::Steps:
        return tr("Steps");
    case TimelineFilter::Alerts:
        return tr("Alerts");
    }
    Q_UNREACHABLE();
}

void TimelineHead::show(const Counts& counts)
{
    for (int sort = TimelineFilter::All; sort < TimelineFilter::sorts; ++sort) {
        QAbstractButton* chip = m_chips->button(sort);
        const int count = counts[std::size_t(sort)];
        const QString text = tr("%1 %2", "a sort of rows, how many").arg(nameOf(Sort(sort))).arg(count);
        if (chip->text() != text) {
            chip->setText(text);
            chip->setAccessibleName(text);
        }
        chip->setVisible(count > 0 || sort == TimelineFilter::All || chip->isChecked());
    }
    makeRoom();
}

void TimelineHead::choose(Sort sort) { m_chips->button(sort)->setChecked(true); }

void TimelineHead::startSearch()
{
    if (m_open != Field::Search)
        open(Field::Search, tr("Search in this incident"), tr("Search"), {});
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void TimelineHead::startJump() { open(Field::Time, tr("Go to a time"), tr("Go to"), tr("such as 14:31")); }

void TimelineHead::startCorrection(const QString& time)
{
    open(Field::Time, tr("When it happened"), tr("When it happened"), {});
    m_field->setText(time);
    m_field->selectAll();
}

void TimelineHead::open(Field field, const QString& name, const QString& label, const QString& hint)
{
    endField();
    m_open = field;
    m_search->hide();
    m_found->show();
    m_label->setText(label);
    m_label->show();
    m_field->show();
    makeRoom();
    m_field->beginFor(name, hint);
}

void TimelineHead::endField()
{
    if (std::exchange(m_open, Field::None) == Field::Search)
        Q_EMIT searched({});
    m_found->hide();
    m_label->hide();
    m_field->hide();
    m_field->clear();
    m_search->show();
    makeRoom();
}

void TimelineHead::tell(const QString& text, bool wrong)
{
    m_found->setText(text);
    m_found->setColour(wrong ? m_theme.bad : m_theme.muted);
}

/// The caption goes before a chip is cut, whose number is news.
void TimelineHead::makeRoom()
{
    const QMargins around = layout()->contentsMargins();
    int whole = around.left() + around.right() + m_caption->sizeHint().width() + m_search->sizeHint().width();
    for (const QAbstractButton* chip : m_chips->buttons())
        whole += chip->isHidden() ? 0 : chip->sizeHint().width() + layout()->spacing();
    m_caption->setVisible(width() >= (m_open == Field::None ? whole + 2 * layout()->spacing() : narrow));
}

void TimelineHead::showDay(QDate day) { m_day->setText(day.isValid() ? words::longDate(day).toUpper() : QString()); }

void TimelineHead::showMoreAbove(bool more)
{
    if (std::exchange(m_moreAbove, more) != more)
        update();
}

void TimelineHead::resizeEvent(QResizeEvent*) { makeRoom(); }

void TimelineHead::paintEvent(QPaintEvent*)
{
    if (!m_moreAbove)
        return;
    QPainter painter(this);
    style::paintRule(painter, QRect(0, height() - 1, width(), 1), m_theme.line);
}

} // namespace warroom::timeline
