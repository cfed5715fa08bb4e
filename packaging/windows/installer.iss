; The installer of WZPDCL Desktop. Built by `python3 dev.py installer`, or on Windows with
;   ISCC.exe /DVersion=... /DStage=... /DArt=... /DOut=... installer.iss
; Stage: the program's folder. Art: icon and pictures. Out: where setup.exe goes.

#ifndef OutName
  #define OutName "WZPDCL-Desktop-" + Version + "-setup"
#endif
#ifndef Compression
  #define Compression "lzma2/max"
#endif
#define Name "WZPDCL Desktop"
#define Program "wzpdcl-desktop.exe"
; What a running program holds (wzpdcl_desktop names it too).
#define Mutex "WZPDCL-Desktop"
#define Id "{B7C0E1A4-52D9-4C1F-9F0B-6A3C7D7E0F52}"

[Setup]
AppId={{#Id}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher=West Zone Power Distribution Company Limited
VersionInfoVersion={#Version}.0
VersionInfoProductTextVersion={#Version}
; {autopf} of one user asks for a folder that Wine 8.0 does not know; the code gives the same path.
DefaultDirName={code:DefaultFolder}
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
DisableWelcomePage=no
UsePreviousLanguage=yes
ShowLanguageDialog=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
Compression={#Compression}
SolidCompression=yes
LZMAUseSeparateProcess=yes
LZMANumBlockThreads=2
OutputDir={#Out}
OutputBaseFilename={#OutName}
SetupIconFile={#Art}\app.ico
UninstallDisplayIcon={app}\{#Program}
UninstallDisplayName={#Name}
WizardStyle=modern
WizardImageFile={#Art}\large-164.bmp,{#Art}\large-205.bmp,{#Art}\large-246.bmp,{#Art}\large-287.bmp,{#Art}\large-328.bmp
WizardSmallImageFile={#Art}\small-58.bmp,{#Art}\small-71.bmp,{#Art}\small-87.bmp,{#Art}\small-103.bmp,{#Art}\small-116.bmp
SetupLogging=yes
; A running program is asked to close by the code below; this is for what else may hold its files.
CloseApplications=yes
RestartApplications=no
SetupMutex=WZPDCL-Desktop-Setup,Global\WZPDCL-Desktop-Setup

[Languages]
Name: "bn"; MessagesFile: "compiler:Default.isl,bn.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Messages]
; No page to agree to licences: they ask for none. The last page says where they are.
en.FinishedLabel=[name] has been installed on this computer. You can start it from the Start menu.%n%nThe licences of the program and of its parts are in the file LICENSES.txt in its folder.
bn.FinishedLabel=এই কম্পিউটারে [name] ইনস্টল করা শেষ হয়েছে। স্টার্ট মেনু থেকে প্রোগ্রামটি চালু করতে পারবেন।%n%nপ্রোগ্রাম ও এর বিভিন্ন অংশের লাইসেন্স আছে প্রোগ্রামের ফোল্ডারের LICENSES.txt ফাইলে।

[CustomMessages]
en.Autostart=Start WZPDCL Desktop when I sign in to Windows
bn.Autostart=Windows চালু করে ঢুকলেই WZPDCL Desktop চালু হবে
en.NewerInstalled=A newer version (%1) of WZPDCL Desktop is installed on this computer. Version %2 cannot replace it. To go back, uninstall the newer one first.
bn.NewerInstalled=এই কম্পিউটারে WZPDCL Desktop-এর আরও নতুন সংস্করণ (%1) আছে। সংস্করণ %2 তার জায়গায় বসানো যাবে না। পুরোনোটিতে ফিরতে হলে আগে নতুনটি আনইনস্টল করুন।
en.StillRunning=WZPDCL Desktop is still running. Please close it, then try again.
bn.StillRunning=WZPDCL Desktop এখনো চালু আছে। সেটি বন্ধ করে আবার চেষ্টা করুন।
en.WrongSwitch=The value "%2" of the switch /%1= is not known.
bn.WrongSwitch=/%1= সুইচের মান "%2" চেনা যায়নি।
en.RemoveData=Should the data of WZPDCL Desktop be removed from this computer as well?%n%nThat is the complaints kept here, the settings and the drafts of this Windows user. Actions that have not reached the server yet would be lost for ever.%n%nChoose No if the program will be installed again.
bn.RemoveData=WZPDCL Desktop-এর তথ্যও কি এই কম্পিউটার থেকে মুছে ফেলা হবে?%n%nঅর্থাৎ এই Windows ব্যবহারকারীর এখানে রাখা অভিযোগ, সেটিংস ও খসড়া। যেসব কাজ এখনো সার্ভারে পৌঁছায়নি, সেগুলো চিরতরে হারিয়ে যাবে।%n%nপ্রোগ্রামটি আবার ইনস্টল করবেন মনে হলে "না" বাছুন।

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"
Name: "autostart"; Description: "{cm:Autostart}"; GroupDescription: "{cm:AutoStartProgramGroupDescription}"; Flags: unchecked

[InstallDelete]
; What a former version had and this one has not would still be found and loaded.
Type: filesandordirs; Name: "{app}\app"
Type: filesandordirs; Name: "{app}\lib"
Type: filesandordirs; Name: "{app}\runtime"
Type: filesandordirs; Name: "{app}\licenses"

[Files]
Source: "{#Stage}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Program}"; AppUserModelID: "WZPDCL.Desktop"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}"; AppUserModelID: "WZPDCL.Desktop"; Tasks: desktopicon

[Registry]
; What setup was told for this PC. The program reads it after Software\Policies\WZPDCL\Desktop (group policy)
; and what the officer set.
Root: HKA; Subkey: "Software\WZPDCL"; Flags: uninsdeletekeyifempty
Root: HKA; Subkey: "Software\WZPDCL\Desktop"; ValueType: string; ValueName: "Version"; ValueData: "{#Version}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\WZPDCL\Desktop"; ValueType: string; ValueName: "ServerAddress"; ValueData: "{param:SERVER|}"; Check: Given('SERVER')
Root: HKA; Subkey: "Software\WZPDCL\Desktop"; ValueType: string; ValueName: "Language"; ValueData: "{code:ChosenLanguage}"; Check: LanguageIsChosen
Root: HKA; Subkey: "Software\WZPDCL\Desktop"; ValueType: dword; ValueName: "PracticeOnly"; ValueData: "{param:PRACTICEONLY|0}"; Check: Given('PRACTICEONLY')
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "{#Name}"; ValueData: """{app}\{#Program}"""; Flags: uninsdeletevalue; Tasks: autostart
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "{#Name}"; Flags: deletevalue; Check: not WizardIsTaskSelected('autostart')

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
Type: filesandordirs; Name: "{app}\app"
Type: filesandordirs; Name: "{app}\lib"
Type: filesandordirs; Name: "{app}\runtime"

[Code]
const
  UninstallKey = 'Software\Microsoft\Windows\CurrentVersion\Uninstall\{#Id}_is1';
  SecondsToClose = 30;

var
  RemoveData: Boolean;

function DefaultFolder(Unused: String): String;
begin
  if IsAdminInstallMode then
    Result := ExpandConstant('{commonpf}\{#Name}')
  else
    Result := ExpandConstant('{localappdata}\Programs\{#Name}');
end;

function DataFolder: String;
begin
  Result := ExpandConstant('{localappdata}\wzpdcl-desktop');
end;

{ ---- switches for roll-out }

function Switch(Name: String): String;
begin
  Result := ExpandConstant('{param:' + Name + '|}');
end;

function Given(Name: String): Boolean;
begin
  Result := Switch(Name) <> '';
end;

{ A person who chose Bangla or English on the first page wants the program so, too; a silent installation
  says nothing about the language unless it is told. }
function LanguageIsChosen: Boolean;
begin
  Result := Given('LANGUAGE') or not WizardSilent;
end;

function ChosenLanguage(Unused: String): String;
begin
  if Given('LANGUAGE') then
    Result := Switch('LANGUAGE')
  else
    Result := ActiveLanguage;
end;

function Refuse(Text: String): Boolean;
begin
  Log('Refused: ' + Text);
  SuppressibleMsgBox(Text, mbError, MB_OK, IDOK);
  Result := False;
end;

{ ---- versions }

function NewerVersionInstalled: String;
var
  Installed: String;
  InstalledNumber, OwnNumber: Int64;
begin
  Result := '';
  if RegQueryStringValue(HKA, UninstallKey, 'DisplayVersion', Installed) then
    if StrToVersion(Installed, InstalledNumber) and StrToVersion('{#Version}', OwnNumber) then
      if ComparePackedVersion(InstalledNumber, OwnNumber) > 0 then
        Result := Installed;
end;

function InitializeSetup: Boolean;
var
  Newer: String;
begin
  Result := True;
  Newer := NewerVersionInstalled;
  if Newer <> '' then
    Result := Refuse(FmtMessage(CustomMessage('NewerInstalled'), [Newer, '{#Version}']))
  else if Given('LANGUAGE') and (Switch('LANGUAGE') <> 'bn') and (Switch('LANGUAGE') <> 'en') then
    Result := Refuse(FmtMessage(CustomMessage('WrongSwitch'), ['LANGUAGE', Switch('LANGUAGE')]))
  else if Given('PRACTICEONLY') and (Switch('PRACTICEONLY') <> '0') and (Switch('PRACTICEONLY') <> '1') then
    Result := Refuse(FmtMessage(CustomMessage('WrongSwitch'), ['PRACTICEONLY', Switch('PRACTICEONLY')]));
end;

{ ---- a running program }

{ Asks it to quit, which it does in the tray, too; what it does not hear, another user's say, is asked as by a
  click on the cross of its window. Either way what was typed is kept. Waits until it has ended. }
function CloseProgram: Boolean;
var
  Code, Waited: Integer;
  Installed: String;
begin
  Waited := 0;
  if CheckForMutexes('{#Mutex}') then begin
    Log('The program is running; asking it to close');
    Installed := ExpandConstant('{app}\{#Program}');
    if FileExists(Installed) then
      Exec(Installed, '--quit', '', SW_HIDE, ewWaitUntilTerminated, Code);
  end;
  if CheckForMutexes('{#Mutex}') then begin
    Exec(ExpandConstant('{sys}\taskkill.exe'), '/IM {#Program}', '', SW_HIDE, ewWaitUntilTerminated, Code);
    while CheckForMutexes('{#Mutex}') and (Waited < SecondsToClose * 10) do begin
      Sleep(100);
      Waited := Waited + 1;
    end;
  end;
  Result := not CheckForMutexes('{#Mutex}');
  if Waited > 0 then
    Log(Format('Waited %d tenths of a second', [Waited]));
end;

function CloseOrAsk: Boolean;
begin
  Result := CloseProgram;
  while not Result do begin
    if SuppressibleMsgBox(CustomMessage('StillRunning'), mbError, MB_RETRYCANCEL, IDCANCEL) = IDCANCEL then
      Exit;
    Result := CloseProgram;
  end;
end;

function PrepareToInstall(var NeedsRestart: Boolean): String;
begin
  Result := '';
  if not CloseOrAsk then
    Result := CustomMessage('StillRunning');
end;

{ ---- removal }

function InitializeUninstall: Boolean;
begin
  Result := CloseOrAsk;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Code: Integer;
begin
  if Step = usUninstall then begin
    if UninstallSilent then
      RemoveData := ExpandConstant('{param:REMOVEDATA|0}') = '1'
    else if DirExists(DataFolder) then
      RemoveData := MsgBox(CustomMessage('RemoveData'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES;
    { Its keys lie in Windows' own store; only the program knows their names. }
    if RemoveData then
      Exec(ExpandConstant('{app}\{#Program}'), '--remove-data', '', SW_HIDE, ewWaitUntilTerminated, Code);
  end
  else if (Step = usPostUninstall) and RemoveData then
    DelTree(DataFolder, True, True, True);
end;
