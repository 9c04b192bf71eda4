// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/codebox.h"

#include "runbook/filling.h"
#include "style/button.h"
#include "style/card.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "words/visible.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace warroom::steps {

namespace {

constexpr int linesMost = 14; ///< More are scrolled.
constexpr int around = 7;
constexpr int longest = 1500; ///< Of what stands around the code, so that a word without an end holds up nothing.
constexpr int wide = 180; ///< What is no wider than this needs no scroll bar in any panel.

style::PlainLabel* caption(const QString& text, const QColor& colour, QWidget* parent)
{
    auto* label = new style::PlainLabel(style::bodyFont(12), colour, parent);
    label->setWordWrap(true);
    label->setText(words::shortened(text, longest));
    return label;
}

} // namespace

CodeBox::CodeBox(const runbook::Command& command, const QMap<QString, QString>& values, const QString& keys,
    const style::Theme& theme, QWidget* parent)
    : QWidget(parent), m_text(new QPlainTextEdit(this)), m_row(new QHBoxLayout)
{
    build(runbook::filled(command, values), theme);
    m_text->setAccessibleName(tr("Command"));
    mark(runbook::unfilled(command, values), theme);
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    if (!command.about.isEmpty())
        column->insertWidget(0, caption(words::visible(command.about), theme.muted, this));
    if (command.dangerous)
        column->addWidget(caption(tr("▲ destroys, stops or forces something"), theme.bad, this));
    if (!command.expected.isEmpty())
        column->addWidget(
            caption(tr("expected: %1").arg(words::visible(command.expected.trimmed())), theme.muted, this));
    auto* copy = new style::Button(tr("Copy"), keys, style::Button::Tone::Plain, theme, this);
    connect(copy, &QPushButton::clicked, this, &CodeBox::copyAsked);
    m_row->addWidget(copy, 0, Qt::AlignTop);
}

CodeBox::CodeBox(const QString& code, const style::Theme& theme, QWidget* parent)
    : QWidget(parent), m_text(new QPlainTextEdit(this)), m_row(new QHBoxLayout)
{
    build(code, theme);
    m_text->setAccessibleName(tr("Code"));
}

void CodeBox::build(const QString& code, const style::Theme& theme)
{
    m_text->setReadOnly(true);
    m_text->setFont(style::monoFont(12));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(around);
    const QString shown = words::visible(code.endsWith(QLatin1Char('\n')) ? code.chopped(1) : code);
    m_text->setPlainText(shown);
    const int lines = std::min(int(shown.count(QLatin1Char('\n'))) + 1, linesMost);
    const bool isWide = m_text->document()->idealWidth() > wide;
    const int bar = isWide ? m_text->horizontalScrollBar()->sizeHint().height() : 0;
    if (lines < linesMost)
        m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + 2 * around + bar + 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_row->setSpacing(6);
    auto* box = new style::Card(theme, this);
    auto* inside = new QVBoxLayout(box);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_text);
    m_row->addWidget(box, 1, Qt::AlignTop);
    column->addLayout(m_row);
}

/// What is not filled in yet stands out.
void CodeBox::mark(const QStringList& placeholders, const style::Theme& theme)
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const QString& placeholder : placeholders) {
        QTextCursor found =
            m_text->document()->find(words::visible(placeholder), 0, QTextDocument::FindCaseSensitively);
        while (!found.isNull()) {
            QTextEdit::ExtraSelection mark{found, {}};
            mark.format.setForeground(theme.warn);
            mark.format.setFontUnderline(true);
            marks << mark;
            found = m_text->document()->find(words::visible(placeholder), found, QTextDocument::FindCaseSensitively);
        }
    }
    m_text->setExtraSelections(marks);
}

} // namespace warroom::steps
