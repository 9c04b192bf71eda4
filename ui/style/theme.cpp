// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/theme.h"

#include "style/contrast.h"
#include "style/fonts.h"

#include <QApplication>
#include <QStyleFactory>

namespace warroom::style {

namespace {

QString sheet()
{
    return QStringLiteral(R"(
* { outline: none; }
QToolTip { background: %raised; color: %text; border: 1px solid %line; padding: 4px 6px; }
QMenu { background: %raised; color: %text; border: 1px solid %line; padding: 4px; }
QMenu::item { padding: 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: %accent; color: %onaccent; }
QMenu::item:disabled { background: transparent; color: %faint; }
QMenu::separator { background: %line; height: 1px; margin: 4px 6px; }
QPushButton { background: %raised; color: %text; border: 1px solid %line; border-radius: %controlpx;
    padding: 4px 10px; }
QPushButton:hover, QPushButton:focus { border-color: %accent; }
QPushButton:pressed { background: %surface; }
QPushButton:disabled { color: %faint; }
QPlainTextEdit { background: transparent; border: none; padding: 0; selection-background-color: %accent;
    selection-color: %onaccent; }
warroom--style--TextField { background: %background; border: 1px solid %line; border-radius: %controlpx;
    padding: 8px 10px; }
warroom--style--TextField:focus { border: 2px solid %accent; padding: 7px 9px; }
warroom--desk--Preview QScrollArea { border: 1px solid transparent; border-radius: %controlpx; }
warroom--desk--Preview QScrollArea:focus { border-color: %accent; }
QListView { background: transparent; border: none; }
QSplitter::handle:horizontal { background: transparent; margin: 8px 4px; border-radius: 1px; }
QSplitter::handle:horizontal:hover { background: %accent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: %line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: %faint; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { width: 0; height: 0;
    background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
warroom--style--KeyCap { color: %muted; border: 1px solid %line; border-radius: 4px; padding: 1px 5px; }
)");
}

} // namespace

Theme Theme::dark()
{
    Theme theme;
    theme.background = QColor(0x0e1319);
    theme.surface = QColor(0x151b23);
    theme.raised = QColor(0x1d2530);
    theme.line = QColor(0x2a3440);
    theme.text = QColor(0xe8edf3);
    theme.muted = QColor(0x9aa7b5);
    theme.faint = QColor(0x66727f);
    theme.accent = QColor(0x5aa9ff);
    theme.good = QColor(0x3ecf8e);
    theme.warn = QColor(0xf5b83d);
    theme.bad = QColor(0xff6166);
    theme.hypothesis = QColor(0xb79cff);
    theme.found = QColor(0x27527f);
    return theme;
}

Theme Theme::light()
{
    Theme theme;
    theme.background = QColor(0xf3f5f8);
    theme.surface = QColor(0xffffff);
    theme.raised = QColor(0xf0f3f7);
    theme.line = QColor(0xd5dce4);
    theme.text = QColor(0x17202b);
    theme.muted = QColor(0x566473);
    theme.faint = QColor(0x8b98a5);
    theme.accent = QColor(0x0b63ce);
    theme.good = QColor(0x0a7d4f);
    theme.warn = QColor(0x9a6200);
    theme.bad = QColor(0xc4262e);
    theme.hypothesis = QColor(0x6a45c9);
    theme.found = QColor(0xb9d7fb);
    return theme;
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, background);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, surface);
    palette.setColor(QPalette::AlternateBase, raised);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::Button, raised);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, bad);
    palette.setColor(QPalette::ToolTipBase, raised);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, textOn(accent));
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::Light, raised);
    palette.setColor(QPalette::Midlight, raised);
    palette.setColor(QPalette::Mid, line);
    palette.setColor(QPalette::Dark, line);
    palette.setColor(QPalette::Shadow, background);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

QString Theme::styleSheet() const
{
    QString result = sheet();
    const std::initializer_list<std::pair<const char*, QColor>> colours{{"onaccent", textOn(accent)},
        {"background", background}, {"raised", raised}, {"surface", surface}, {"accent", accent}, {"muted", muted},
        {"faint", faint}, {"line", line}, {"text", text}};
    for (const auto& [name, colour] : colours)
        result.replace(QLatin1Char('%') + QLatin1String(name), colour.name());
    return result.replace(QLatin1String("%control"), QString::number(controlRadius));
}

void Theme::apply(QApplication& application) const
{
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setPalette(palette());
    application.setFont(bodyFont());
    application.setStyleSheet(styleSheet());
}

} // namespace warroom::style
