// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rescuewindow.h"

#include "style/button.h"
#include "style/fonts.h"
#include "style/icon.h"
#include "style/plainlabel.h"
#include "style/textfield.h"
#include "words/duration.h"
#include "words/refusal.h"
#include "words/visible.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace warroom::desk {

using style::PlainLabel;

namespace {

constexpr int widest = 760;
constexpr int buttonWidth = 280;
constexpr int signSize = 22;

/// Whether the file itself is what is wrong.
bool isDamage(ErrorCode code)
{
    return code == ErrorCode::StoreDamaged || code == ErrorCode::StoreNotOurs || code == ErrorCode::StoreRead;
}

} // namespace

/// What helps most comes first.
std::vector<RescueWindow::Way> RescueWindow::waysOut(const LogTrouble& trouble)
{
    const Way again{WayOut::TryAgain, tr("Try again"), tr("After you put right what it says above.")};
    const bool damage = isDamage(trouble.why.code);
    std::vector<Way> ways;
    if (damage) {
        ways.push_back({WayOut::Repair, tr("Get back what can be read"),
            tr("It takes the log's place. The damaged one is kept beside it.")});
    } else {
        ways.push_back(again);
    }
    if (!trouble.copies.empty()) {
        const Instant latest = trouble.copies.front();
        const QString date = words::longDate(toDateTime(latest, trouble.zone).date());
        ways.push_back({WayOut::Restore, tr("Take the copy of %1").arg(words::timeOfDay(latest, trouble.zone)),
            tr("Of %1. What was logged since is not in it; the log of now is kept beside it.").arg(date)});
    }
    if (trouble.readable)
        ways.push_back({WayOut::ReadOnly, tr("Read only"), tr("See and export everything; nothing can be logged.")});
    if (damage)
        ways.push_back(again);
    if (trouble.why.code == ErrorCode::StoreMissing) {
        ways.push_back({WayOut::StartAnew, tr("Start an empty log here"),
            tr("Only if the old one was removed on purpose: a disk that is not there looks the same.")});
    }
    ways.push_back(
        {WayOut::OtherFolder, tr("Use another folder"), tr("This once. Where there is no log yet, a new one starts.")});
    return ways;
}

RescueWindow::RescueWindow(const LogTrouble& trouble, const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_ways(waysOut(trouble)),
      m_sign(new PlainLabel(this)),
      m_title(new PlainLabel(style::bodyFont(22, QFont::Bold), theme.text, this)),
      m_why(new PlainLabel(style::bodyFont(15), theme.text, this)),
      m_choices(new QWidget(this)),
      m_folder(new style::TextField(tr("Folder"), 1, theme, m_choices)),
      m_said(new PlainLabel(style::bodyFont(), theme.text, this)),
      m_goOn(new style::Button(tr("Go on"), tr("Enter"), style::Button::Tone::Accent, theme, this))
{
    setWindowTitle(tr("The log – Warroom"));
    setMinimumSize(720, 420);
    build(trouble);
    connect(static_cast<style::Button*>(m_goOn), &QPushButton::clicked, this, &RescueWindow::goOn);
    connect(m_folder, &style::TextField::entered, this, [this] { choose(WayOut::OtherFolder); });
}

void RescueWindow::build(const LogTrouble& trouble)
{
    auto* middle = new QWidget(this);
    middle->setMaximumWidth(widest);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(24, 32, 24, 24);
    column->setSpacing(14);

    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_sign);
    head->addWidget(m_title, 1);
    column->addLayout(head);
    setTitle(trouble.readable ? tr("Nothing can be logged") : tr("The log cannot be opened"), QStringLiteral("over"),
        m_theme.bad);
    m_why->setWordWrap(true);
    m_why->setText(words::refusal(trouble.why));
    column->addWidget(m_why);
    auto* where = new PlainLabel(style::monoFont(13), m_theme.muted, middle);
    where->setWordWrap(true);
    where->setText(words::visible(trouble.folder));
    column->addWidget(where);

    m_folder->setText(trouble.folder + QStringLiteral("-2"));
    auto* choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 10, 0, 0);
    choices->setSpacing(12);
    for (const Way& way : m_ways)
        addWay(*choices, way);
    column->addWidget(m_choices);
    m_said->setWordWrap(true);
    m_said->hide();
    column->addWidget(m_said);
    m_goOn->hide();
    column->addWidget(m_goOn, 0, Qt::AlignLeft);
    column->addStretch(1);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(middle, 100);
    row->addStretch(1);
    m_choices->findChild<style::Button*>()->setFocus();
}

void RescueWindow::addWay(QVBoxLayout& column, const Way& way)
{
    const QString key = QString::number(&way - m_ways.data() + 1);
    const bool first = &way == m_ways.data();
    auto* button = new style::Button(
        way.name, key, first ? style::Button::Tone::Accent : style::Button::Tone::Plain, m_theme, m_choices);
    button->setMinimumWidth(buttonWidth);
    button->setAccessibleDescription(way.meaning);
    connect(button, &QPushButton::clicked, this, [this, chosen = way.way] { choose(chosen); });
    auto* meaning = new PlainLabel(style::bodyFont(13), m_theme.muted, m_choices);
    meaning->setWordWrap(true);
    meaning->setText(way.meaning);
    auto* row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(button);
    row->addWidget(meaning, 1);
    column.addLayout(row);
    if (way.way == WayOut::OtherFolder)
        column.addWidget(m_folder);
}

void RescueWindow::setTitle(const QString& title, const QString& sign, const QColor& colour)
{
    m_sign->setPixmap(style::icon(sign, colour, signSize, devicePixelRatioF()));
    m_title->setText(title);
}

void RescueWindow::choose(WayOut way)
{
    const QString folder = m_folder->text().trimmed();
    if (way == WayOut::OtherFolder && folder.isEmpty()) {
        m_folder->setFocus();
        return;
    }
    Q_EMIT chosen(way, folder);
}

void RescueWindow::showWorking()
{
    m_choices->setEnabled(false);
    m_said->setColour(m_theme.muted);
    m_said->setText(tr("Reading the log. This may take a minute."));
    m_said->show();
}

void RescueWindow::showResult(const QString& text)
{
    setTitle(tr("The log can be opened again"), QStringLiteral("met"), m_theme.good);
    m_why->hide();
    m_choices->hide();
    m_said->setColour(m_theme.text);
    m_said->setText(text);
    m_said->show();
    m_goOn->show();
    m_goOn->setFocus();
}

void RescueWindow::showProblem(const QString& problem)
{
    m_choices->setEnabled(true);
    m_said->setColour(m_theme.bad);
    m_said->setText(problem);
    m_said->show();
}

void RescueWindow::keyPressEvent(QKeyEvent* event)
{
    const int digit = event->text().toInt();
    if (m_choices->isVisible() && m_choices->isEnabled() && digit >= 1 && digit <= int(m_ways.size()))
        choose(m_ways[std::size_t(digit - 1)].way);
    else
        QWidget::keyPressEvent(event);
}

void RescueWindow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.background);
}

} // namespace warroom::desk
