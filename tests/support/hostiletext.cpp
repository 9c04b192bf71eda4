// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/hostiletext.h"

#include "base/hidden.h"

#include <QList>

namespace warroom::support {

namespace {

QString codes(std::initializer_list<char32_t> points)
{
    QString text;
    for (const char32_t point : points)
        text += QString::fromUcs4(&point, 1);
    return text;
}

} // namespace

std::vector<HostileText> hostileTexts(const QString& file, const QString& address)
{
    using namespace Qt::Literals::StringLiterals;
    const QString evil = u"evil"_s;
    return {
        {"bold", u"<b>bold</b> & <i>more</i>"_s},
        {"device as image", u"a <img src='/dev/zero'> b"_s},
        {"file as image", u"<img src='file://%1'>"_s.arg(file)},
        {"path as image", u"<img src=\"%1\">"_s.arg(file)},
        {"address as image", u"<img src='%1/image.png'>"_s.arg(address)},
        {"link", u"<a href='javascript:alert(1)'>press here</a>"_s},
        {"entities", u"&lt;b&gt; &amp;nbsp; &#x202e; &#0;"_s},
        {"table", u"<table><tr><td>cell<tr></table></div></body>"_s},
        {"style", u"<style>* { color: white } @import url('%1/style.css')</style>"_s.arg(address)},
        {"script", u"<script>alert(1)</script><svg onload=alert(1)>"_s},
        {"comment", u"<!-- everything after this"_s},
        {"Qt link", u"<html><body bgcolor=red><a href='file://%1'>log</a>"_s.arg(file)},
        {"Markdown image", u"![picture](%1/picture.png)"_s.arg(address)},
        {"Markdown link", u"[the log](file:///etc/passwd) <%1/auto>"_s.arg(address)},
        {"Markdown blocks", u"# heading\n- point\n```\ncode\n> quote\n---\n| a | b |\n|---|---|"_s},
        {"Markdown depth", u"["_s.repeated(1000) + u"x"_s + u"](y)"_s.repeated(1000)},
        {"right to left", u"invoice"_s + codes({0x202e}) + u"gpj.exe"_s},
        {"isolates", codes({0x2066, 0x2067, 0x2068}) + u"never closed "_s + codes({0x202a, 0x202b})},
        {"marks of direction", codes({0x200e, 0x200f, 0x061c}) + u"rm -rf"_s + codes({0x200f})},
        {"Arabic and Hebrew",
            codes({0x645, 0x631, 0x62d, 0x628, 0x627}) + u" 5 "_s + codes({0x5e9, 0x5dc, 0x5d5, 0x5dd})},
        {"terminal colours", codes({0x1b}) + u"[31mred"_s + codes({0x1b}) + u"]0;title"_s + codes({7})},
        {"one-byte controls", codes({0x9b}) + u"31m"_s + codes({0x85, 0x90, 0x9d, 0x7f})},
        {"overwriting", u"all is well\rNOT SAVED"_s + codes({8, 8, 8, 0xc, 0xb})},
        {"end of text", u"before"_s + QChar(0) + u"after"_s},
        {"line separators", u"one"_s + codes({0x2028}) + u"two"_s + codes({0x2029}) + u"three"_s},
        {"byte order mark", codes({0xfeff}) + u"text"_s + codes({0xfeff, 0x200b, 0x2060, 0x00ad})},
        {"combining marks", u"e"_s + QString(50'000, QChar(0x301))},
        {"stacked letters", (u"z"_s + QString(30, QChar(0x0336)) + QString(30, QChar(0x0489))).repeated(50)},
        {"half of a pair", u"half "_s + QChar(0xd83d) + u" of a pair"_s},
        {"pair the wrong way", u"pair "_s + QChar(0xdc00) + QChar(0xd800)},
        {"tags", codes({0x1f3f4, 0xe0067, 0xe0062, 0xe007f, 0xe0001})},
        {"emoji", codes({0x1f468, 0x200d, 0x1f469, 0x200d, 0x1f467, 0xfe0f, 0x1f1e9, 0x1f1ea})},
        {"no characters", codes({0xfffe, 0xffff, 0xe000, 0x10ffff, 0xfff9, 0xfffb})},
        {"formula", u"=cmd|'/c touch %1'!A0"_s.arg(file)},
        {"plus formula", u"+1+cmd @SUM(A1:A9) -2+3\t=1"_s},
        {"shell", u"$(touch %1) `touch %1`; touch %1 | touch %1"_s.arg(file + evil)},
        {"template", u"{{title}} {{{title}}} {{#timeline}} {{>file}} {{=<% %>=}}"_s},
        {"placeholders", u"%1 %2 %L1 %n %% %s %p"_s},
        {"one long word", QString(90'000, u'W')},
        {"many lines", u"line\n"_s.repeated(2'000)},
    };
}

QString hiddenIn(const QString& text)
{
    for (const char32_t c : text.toUcs4()) {
        if (isHidden(c))
            return codePoint(c);
    }
    return {};
}

} // namespace warroom::support
