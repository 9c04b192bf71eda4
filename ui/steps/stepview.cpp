// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/stepview.h"

#include "steps/codebox.h"
#include "steps/textview.h"
#include "style/button.h"
#include "style/flowlayout.h"
#include "style/fonts.h"
#include "style/icon.h"
#include "style/plainlabel.h"
#include "words/visible.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace warroom::steps {

using runbook::Block;
using style::Button;

namespace {

constexpr int besideMark = 34; ///< Where the text of the folded steps begins, too.
constexpr int stripe = 3;
constexpr int top = 8;
constexpr int iconSize = 15;
constexpr int titleLength = 400; ///< All of it stands in the text below,
constexpr int seenLength = 600; ///< and of this in the timeline.
constexpr int answerLength = 80;

/// Code that is shown by itself, and all else together.
std::vector<std::vector<Block>> pieces(const std::vector<Block>& blocks)
{
    std::vector<std::vector<Block>> all;
    bool afterCode = true;
    for (const Block& block : blocks) {
        const bool isCode = block.kind == Block::Kind::Code;
        if (isCode || afterCode)
            all.emplace_back();
        all.back().push_back(block);
        afterCode = isCode;
    }
    return all;
}

/// The line that the title says already is not said again, unless it leads somewhere.
std::vector<Block> withoutTitle(const runbook::Step& step)
{
    std::vector<Block> blocks = step.blocks;
    if (blocks.empty())
        return blocks;
    const Block& first = blocks.front();
    const bool leads = std::ranges::any_of(first.spans, [](const auto& span) { return !span.target.isEmpty(); });
    if (!leads && first.children.empty() && first.text().simplified() == step.text)
        blocks.erase(blocks.begin());
    return blocks;
}

int linesOf(const Block& code) { return int(code.code.count(QLatin1Char('\n'))) + 2; }

} // namespace

StepView::StepView(const Shown& shown, const Keys& keys, const style::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_icon(shown.icon)
{
    setBackgroundRole(QPalette::Window); // else labels take the colour of the list's text
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(besideMark, top, theme.padding, 10);
    column->setSpacing(7);
    addHead(shown);
    if (shown.step)
        addContent(shown, keys.copy);
    addNotes(shown);
    addAnswers(shown.answers);
    addButtons(shown, keys);
}

void StepView::addHead(const Shown& shown)
{
    auto* title = new style::PlainLabel(style::bodyFont(14, QFont::DemiBold), m_theme.text, this);
    title->setWordWrap(true);
    title->setText(words::shortened(words::visible(shown.title), titleLength));
    layout()->addWidget(title);
    if (shown.state.isEmpty())
        return;
    auto* state = new style::PlainLabel(style::bodyFont(12), m_theme.muted, this);
    state->setWordWrap(true);
    state->setText(words::shortened(words::visible(shown.state), seenLength));
    layout()->addWidget(state);
}

void StepView::addContent(const Shown& shown, const QString& copyKeys)
{
    const std::vector<runbook::Command>& commands = shown.step->commands;
    for (const std::vector<Block>& piece : pieces(withoutTitle(*shown.step))) {
        const Block& first = piece.front();
        if (first.kind != Block::Kind::Code) {
            auto* text = new TextView(piece, m_theme, this);
            connect(text, &TextView::linkAsked, this, &StepView::linkAsked);
            layout()->addWidget(text);
            continue;
        }
        bool isShown = false;
        for (std::size_t i = 0; i < commands.size(); ++i) {
            if (commands[i].line < first.line || commands[i].line > first.line + linesOf(first))
                continue;
            auto* box = new CodeBox(commands[i], shown.values, isShown ? QString() : copyKeys, m_theme, this);
            connect(box, &CodeBox::copyAsked, this, [this, i] { Q_EMIT copyAsked(int(i)); });
            layout()->addWidget(box);
            isShown = true;
        }
        if (!isShown)
            layout()->addWidget(new CodeBox(first.code, m_theme, this));
    }
}

void StepView::addNotes(const Shown& shown)
{
    for (const QString& seen : shown.seen) {
        auto* label = new style::PlainLabel(style::bodyFont(13), m_theme.text, this);
        label->setWordWrap(true);
        label->setText(tr("Seen: %1").arg(words::shortened(words::visible(seen), seenLength)));
        layout()->addWidget(label);
    }
    for (const QString& output : shown.outputs) {
        auto* box = new CodeBox(output, m_theme, this);
        box->setAccessibleName(tr("Output"));
        layout()->addWidget(box);
    }
}

/// Another one can be given later, too: then another way is shown.
void StepView::addAnswers(const QStringList& answers)
{
    for (int i = 0; i < answers.size(); ++i) {
        auto* button = new Button(words::shortened(words::visible(answers[i]), answerLength), QString::number(i + 1),
            Button::Tone::Plain, m_theme, this);
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT answerAsked(i); });
        layout()->addWidget(button);
    }
}

void StepView::addButtons(const Shown& shown, const Keys& keys)
{
    auto* row = new style::FlowLayout;
    row->setSpacing(6);
    const auto add = [&](const QString& text, const QString& key, Button::Tone tone, void (StepView::*signal)()) {
        auto* button = new Button(text, key, tone, m_theme, this);
        connect(button, &QPushButton::clicked, this, signal);
        row->addWidget(button);
    };
    if (!shown.over && shown.answers.isEmpty())
        add(tr("Done"), keys.done, Button::Tone::Accent, &StepView::doneAsked);
    if (!shown.over)
        add(tr("Skip…"), keys.skip, Button::Tone::Plain, &StepView::skipAsked);
    add(tr("Note…"), keys.seen, Button::Tone::Plain, &StepView::seenAsked);
    add(tr("Output…"), keys.output, Button::Tone::Plain, &StepView::outputAsked);
    m_clock = new style::PlainLabel(style::bodyFont(12), m_theme.muted, this);
    m_clock->setMinimumWidth(90);
    row->addWidget(m_clock);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void StepView::showClock(const QString& text, bool isOver)
{
    m_clock->setColour(isOver ? m_theme.bad : m_theme.muted);
    m_clock->setText(text);
    m_clock->setVisible(!text.isEmpty()); // else it may take a row of its own
}

int StepView::heightForWidth(int width) const { return layout()->totalHeightForWidth(width); }

void StepView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.raised);
    painter.fillRect(QRect(0, 0, stripe, height()), m_theme.accent);
    style::paintIcon(painter, QRect(besideMark - 24, top, iconSize + 4, iconSize + 4), m_icon, m_theme.text, iconSize);
}

} // namespace warroom::steps
