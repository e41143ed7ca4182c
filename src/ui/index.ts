// The door of the design system: every part a page may use. How to choose one: README.md.
export { setFormats, setNonce, setTranslator, useFormats, useTranslator } from './context.ts';
export { brandOf, tintOf, type Brand } from './brand.ts';
export { contrastRatio, hueOfColour, hues, type Accent } from './contrast.ts';
export { fieldId } from './types.ts';
export type { Column, FieldError, LinkItem, Option, Stage, TextAttrs, Tone } from './types.ts';

export { default as T } from './page/T.svelte';
export { default as Said } from './page/Said.svelte';
export { default as Line } from './page/Line.svelte';
export { default as Heading } from './page/Heading.svelte';
export { default as Button } from './page/Button.svelte';
export { default as LinkButton } from './page/LinkButton.svelte';
export { default as Kbd } from './page/Kbd.svelte';
export { default as Tag } from './page/Tag.svelte';
export { default as Panel } from './page/Panel.svelte';
export { default as Note } from './page/Note.svelte';
export { default as Meta } from './page/Meta.svelte';
export { default as UserText } from './page/UserText.svelte';
export { default as WrittenIn } from './page/WrittenIn.svelte';
export { default as When } from './page/When.svelte';
export { default as Empty } from './page/Empty.svelte';
export { default as Progress } from './page/Progress.svelte';
export { default as Picture } from './page/Picture.svelte';
export { default as Teaser } from './page/Teaser.svelte';
export { default as Bridge } from './page/Bridge.svelte';
export { default as BridgeWide } from './page/BridgeWide.svelte';
export { default as Steps } from './page/Steps.svelte';
export { default as Tabs } from './page/Tabs.svelte';
export { default as NameLink } from './page/NameLink.svelte';
export { default as Pagination } from './page/Pagination.svelte';

export { default as Field } from './form/Field.svelte';
export { default as Choices } from './form/Choices.svelte';
export { default as ErrorSummary } from './form/ErrorSummary.svelte';
export { default as Nonce } from './form/Nonce.svelte';

export { default as Figure } from './data/Figure.svelte';
export { default as DataTable } from './data/DataTable.svelte';
export { default as Bars } from './data/Bars.svelte';

export { default as SkipLink } from './shell/SkipLink.svelte';
export { default as Stripe } from './shell/Stripe.svelte';
export { default as TopBar } from './shell/TopBar.svelte';
export { default as Nav } from './shell/Nav.svelte';
export { default as LangSwitch } from './shell/LangSwitch.svelte';
export { default as Footer } from './shell/Footer.svelte';
export { default as SideNav } from './shell/SideNav.svelte';
export { default as DeskColumns } from './shell/DeskColumns.svelte';
export { default as Item } from './shell/Item.svelte';

export { default as Specimen } from './Specimen.svelte';
