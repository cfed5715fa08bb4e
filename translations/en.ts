<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Banners</name>
    <message numerus="yes">
        <source>The clock of this PC is %Ln minute(s) off. Set it right in the PC's settings.</source>
        <translation>
            <numerusform>The clock of this PC is %Ln minute off. Set it right in the PC's settings.</numerusform><numerusform>The clock of this PC is %Ln minutes off. Set it right in the PC's settings.</numerusform></translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform><numerusform>%Ln days</numerusform></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Online. %Ln action(s) sent</source>
        <translation>
            <numerusform>Online. %Ln action sent</numerusform><numerusform>Online. %Ln actions sent</numerusform></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform><numerusform>%Ln waiting</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln not sent</numerusform><numerusform>%Ln not sent</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln minute ago</numerusform><numerusform>%Ln minutes ago</numerusform></translation>
    </message>
</context>
</TS>
