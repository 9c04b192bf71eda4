// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/loader.h"
#include "style/button.h"
#include "style/chip.h"
#include "style/contrast.h"
#include "style/keycap.h"
#include "style/theme.h"
#include "support/quiettest.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>

#include <algorithm>
#include <cmath>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using style::Theme;

Q_DECLARE_METATYPE(warroom::style::Theme)

namespace {

constexpr double readable = 4.5;
constexpr double noticeable = 3; ///< For what is no text.

struct Named {
    const char* name;
    QColor colour;
};

std::vector<Named> inks(const Theme& theme)
{
    return {{"text", theme.text}, {"muted", theme.muted}, {"accent", theme.accent}, {"good", theme.good},
        {"warn", theme.warn}, {"bad", theme.bad}, {"hypothesis", theme.hypothesis}};
}

std::vector<Named> grounds(const Theme& theme)
{
    return {{"background", theme.background}, {"surface", theme.surface}, {"raised", theme.raised}};
}

/// The widget on a card, so large that a thin letter is as dark in its middle as it is meant to be.
QImage painted(QWidget& widget, const QColor& ground)
{
    constexpr int scale = 6;
    widget.resize(widget.sizeHint());
    QImage image(widget.size() * scale, QImage::Format_RGB32);
    image.fill(ground);
    image.setDevicePixelRatio(scale);
    widget.render(&image, {}, {}, QWidget::DrawChildren);
    return image;
}

/// Of the text in the middle of a widget: the greatest contrast of any point to what most points are.
double contrastInside(const QImage& image)
{
    const QRect inside =
        image.rect().adjusted(image.height() / 5, image.height() / 5, -image.height() / 5, -image.height() / 5);
    QHash<QRgb, int> counts;
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x)
            ++counts[image.pixel(x, y)];
    }
    const QRgb ground = std::max_element(counts.cbegin(), counts.cend()).key();
    double most = 1;
    for (const QRgb rgb : counts.keys())
        most = std::max(most, style::contrast(QColor(rgb), QColor(ground)));
    return most;
}

} // namespace

/// Every text can be read: computed from the tokens, and measured where a widget chooses the colours itself.
class ContrastTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextOnEveryGround_data() { bothThemes(); }
    void everyTextOnEveryGround();
    void decorationIsSeen_data() { bothThemes(); }
    void decorationIsSeen();
    void whatIsFoundIsSeenAndRead_data() { bothThemes(); }
    void whatIsFoundIsSeenAndRead();
    void everyRoleOfThePalette_data() { bothThemes(); }
    void everyRoleOfThePalette();
    void everyButton_data() { bothThemes(); }
    void everyButton();
    void everyChip_data() { bothThemes(); }
    void everyChip();
    void everyKeyCap_data() { bothThemes(); }
    void everyKeyCap();
    void everySeverityOfAShippedPlaybook();

private:
    static void bothThemes();
};

void ContrastTest::bothThemes()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("dark") << Theme::dark();
    QTest::newRow("light") << Theme::light();
}

void ContrastTest::everyTextOnEveryGround()
{
    QFETCH(Theme, theme);
    for (const Named& ground : grounds(theme)) {
        for (const Named& ink : inks(theme)) {
            const double contrast = style::contrast(ink.colour, ground.colour);
            QVERIFY2(contrast >= readable,
                qPrintable(u"%1 on %2: %3"_s.arg(QLatin1String(ink.name), QLatin1String(ground.name)).arg(contrast)));
        }
    }
}

void ContrastTest::decorationIsSeen()
{
    QFETCH(Theme, theme);
    // Not text: what a faint sign means is said by a word beside it.
    QVERIFY(std::round(style::contrast(theme.faint, theme.surface)) >= noticeable);
    for (const Named& ground : grounds(theme)) {
        for (const QColor& sign : {theme.accent, theme.good, theme.warn, theme.bad, theme.hypothesis})
            QVERIFY2(style::contrast(sign, ground.colour) >= noticeable, ground.name);
    }
}

void ContrastTest::whatIsFoundIsSeenAndRead()
{
    QFETCH(Theme, theme);
    QVERIFY(style::contrast(theme.text, theme.found) >= readable);
    for (const Named& ground : grounds(theme))
        QVERIFY2(style::contrast(theme.found, ground.colour) >= 1.3, ground.name);
}

void ContrastTest::everyRoleOfThePalette()
{
    QFETCH(Theme, theme);
    const QPalette palette = theme.palette();
    using Role = QPalette::ColorRole;
    const std::initializer_list<std::pair<Role, Role>> pairs{{QPalette::WindowText, QPalette::Window},
        {QPalette::Text, QPalette::Base}, {QPalette::Text, QPalette::AlternateBase},
        {QPalette::PlaceholderText, QPalette::Base}, {QPalette::PlaceholderText, QPalette::AlternateBase},
        {QPalette::ButtonText, QPalette::Button}, {QPalette::ToolTipText, QPalette::ToolTipBase},
        {QPalette::HighlightedText, QPalette::Highlight}, {QPalette::Link, QPalette::Base},
        {QPalette::LinkVisited, QPalette::Base}, {QPalette::BrightText, QPalette::Window}};
    for (const auto& [ink, ground] : pairs) {
        const double contrast = style::contrast(palette.color(ink), palette.color(ground));
        QVERIFY2(contrast >= readable, qPrintable(u"%1 on %2: %3"_s.arg(ink).arg(ground).arg(contrast)));
    }
}

void ContrastTest::everyButton()
{
    QFETCH(Theme, theme);
    theme.apply(*qApp);
    using style::Button;
    for (const Button::Tone tone : {Button::Tone::Plain, Button::Tone::Accent, Button::Tone::Danger}) {
        for (const bool down : {false, true}) {
            Button button(u"HHHH"_s, {}, tone, theme, nullptr);
            button.setDown(down);
            const double contrast = contrastInside(painted(button, theme.surface));
            QVERIFY2(contrast >= readable, qPrintable(u"tone %1: %2"_s.arg(int(tone)).arg(contrast)));
            Button key(u""_s, u"HHHH"_s, tone, theme, nullptr);
            key.setDown(down);
            QVERIFY2(contrastInside(painted(key, theme.surface)) >= readable, qPrintable(u"key %1"_s.arg(int(tone))));
        }
    }
}

void ContrastTest::everyChip()
{
    QFETCH(Theme, theme);
    theme.apply(*qApp);
    for (const bool chosen : {false, true}) {
        style::Chip chip(u"HHHH"_s, theme, nullptr);
        chip.setChecked(chosen);
        for (const Named& ground : grounds(theme))
            QVERIFY2(contrastInside(painted(chip, ground.colour)) >= readable, ground.name);
    }
}

void ContrastTest::everyKeyCap()
{
    QFETCH(Theme, theme);
    theme.apply(*qApp);
    style::KeyCap cap(u"HHHH"_s);
    cap.ensurePolished();
    for (const Named& ground : grounds(theme))
        QVERIFY2(contrastInside(painted(cap, ground.colour)) >= readable, ground.name);
}

void ContrastTest::everySeverityOfAShippedPlaybook()
{
    const QDir folder(QStringLiteral(WARROOM_PLAYBOOKS));
    const QStringList files = folder.entryList({u"*.yaml"_s});
    QVERIFY(!files.isEmpty());
    for (const QString& name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QFile::ReadOnly));
        const auto playbook = playbook::load(file.readAll(), name);
        QVERIFY2(playbook, qPrintable(name));
        for (const playbook::Severity& severity : playbook->severities) {
            const QColor colour(severity.colour);
            const QString where = name + u' ' + severity.label;
            QVERIFY2(colour.isValid(), qPrintable(where));
            QVERIFY2(style::contrast(style::textOn(colour), colour) >= readable, qPrintable(where));
        }
    }
}

QTEST_MAIN(ContrastTest)
#include "tst_contrast.moc"
