/**
 * The block “Story map” in the editor. WordPress runs this file as it is: there is no build step.
 */
(function (wp) {
	const { createElement: el, Fragment, useEffect, useRef, useState } = wp.element;
	const { __, sprintf } = wp.i18n;
	const {
		Button,
		CheckboxControl,
		Disabled,
		PanelBody,
		Placeholder,
		RadioControl,
		SelectControl,
		TextControl,
		ToolbarButton,
		ToolbarGroup
	} = wp.components;
	const { BlockControls, InspectorControls, useBlockProps } = wp.blockEditor;

	const name = 'fulcrum/story';
	/** The roots of the trusted sites, which the plugin writes above this script. */
	const sites = window.fulcrumSites || [];

	const ways = [
		{ value: 'scroll', label: __('Scrolls with the article', 'fulcrum') },
		{ value: 'paged', label: __('Paged with buttons', 'fulcrum') },
		{ value: 'still', label: __('Still pictures', 'fulcrum') }
	];
	const themes = [
		{ value: '', label: __('As its address says', 'fulcrum') },
		{ value: 'host', label: __('Match the article', 'fulcrum') },
		{ value: 'auto', label: __('Match the reader’s device', 'fulcrum') },
		{ value: 'light', label: __('Light', 'fulcrum') },
		{ value: 'dark', label: __('Dark', 'fulcrum') }
	];
	const certainties = [
		{ value: 'confirmed', label: __('Confirmed', 'fulcrum') },
		{ value: 'reported', label: __('Reported', 'fulcrum') },
		{ value: 'disputed', label: __('Disputed', 'fulcrum') },
		{ value: 'planned', label: __('Planned', 'fulcrum') },
		{ value: 'prospective', label: __('Prospective', 'fulcrum') }
	];

	/** The certainties chosen once one of them is turned on or off, from the surest to the least sure. */
	function withCertainty(chosen, value, isOn) {
		return certainties
			.map((each) => each.value)
			.filter((each) => (each === value ? isOn : chosen.includes(each)));
	}

	function Settings({ attributes, setAttributes }) {
		const { how, theme, certainty, headerHeight } = attributes;
		return el(
			InspectorControls,
			null,
			el(
				PanelBody,
				{ title: __('Story map', 'fulcrum') },
				el(RadioControl, {
					label: __('How it works in the article', 'fulcrum'),
					help: __(
						'The address of one passage gives one map, which does not scroll. The editor shows buttons in place of the scroll.',
						'fulcrum'
					),
					selected: how,
					options: ways,
					onChange: (value) => setAttributes({ how: value })
				}),
				el(SelectControl, {
					label: __('Colours', 'fulcrum'),
					help: __(
						'A story that scrolls with the article matches it, unless its address says otherwise.',
						'fulcrum'
					),
					value: theme,
					options: themes,
					onChange: (value) => setAttributes({ theme: value })
				}),
				how === 'scroll' &&
					el(TextControl, {
						label: __('Height of the site’s header, px', 'fulcrum'),
						help: __(
							'Of what stays at the top of the window as readers scroll. Leave it empty to have it measured.',
							'fulcrum'
						),
						type: 'number',
						min: 0,
						max: 1000,
						value: headerHeight === undefined ? '' : headerHeight,
						onChange: (value) =>
							setAttributes({
								headerHeight:
									value === ''
										? undefined
										: Math.min(1000, Math.max(0, Math.round(Number(value) || 0)))
							})
					})
			),
			el(
				PanelBody,
				{ title: __('Events shown', 'fulcrum'), initialOpen: certainty.length > 0 },
				el(
					'p',
					null,
					__('With none chosen, the story shows those that its address names, or all.', 'fulcrum')
				),
				certainties.map(({ value, label }) =>
					el(CheckboxControl, {
						key: value,
						label,
						checked: certainty.includes(value),
						onChange: (isOn) => setAttributes({ certainty: withCertainty(certainty, value, isOn) })
					})
				)
			)
		);
	}

	function AddressForm({ url, takesFocus, onSubmit }) {
		const [address, setAddress] = useState(url);
		const field = useRef();
		useEffect(() => {
			if (takesFocus) field.current.focus();
		}, []);
		return el(
			Placeholder,
			{
				icon: 'location-alt',
				label: __('Story map', 'fulcrum'),
				instructions:
					sites.length > 0
						? sprintf(
								/* translators: %s: addresses of sites. */
								__('Paste the address of a story, or of one of its passages, from %s', 'fulcrum'),
								sites.join(', ')
							)
						: __(
								'An administrator has to list your newsroom’s story sites in Settings → Fulcrum first.',
								'fulcrum'
							)
			},
			el(
				'form',
				{
					onSubmit: (event) => {
						event.preventDefault();
						onSubmit(address.trim());
					}
				},
				el('input', {
					ref: field,
					type: 'url',
					className: 'components-placeholder__input',
					'aria-label': __('Address of the story', 'fulcrum'),
					placeholder: sites.length > 0 ? sites[0] + '…' : '',
					value: address,
					onChange: (event) => setAddress(event.target.value)
				}),
				el(Button, { variant: 'primary', type: 'submit' }, __('Embed', 'fulcrum'))
			)
		);
	}

	function Edit({ attributes, setAttributes }) {
		const [isChanging, setIsChanging] = useState(false);
		const asks = isChanging || !attributes.url;
		const block = useRef();
		// The form's focus would be lost with it.
		const hasSubmitted = useRef(false);
		useEffect(() => {
			if (hasSubmitted.current && !asks) block.current.focus();
			hasSubmitted.current = false;
		}, [asks]);
		return el(
			Fragment,
			null,
			!asks &&
				el(
					BlockControls,
					null,
					el(
						ToolbarGroup,
						null,
						el(ToolbarButton, {
							icon: 'edit',
							label: __('Change the address', 'fulcrum'),
							onClick: () => setIsChanging(true)
						})
					)
				),
			el(Settings, { attributes, setAttributes }),
			el(
				'div',
				useBlockProps({ ref: block }),
				asks
					? el(AddressForm, {
							url: attributes.url,
							takesFocus: isChanging,
							onSubmit: (url) => {
								hasSubmitted.current = true;
								setAttributes({ url });
								setIsChanging(false);
							}
						})
					: // The frame takes no clicks and no focus: they are the block's.
						el(Disabled, null, el(wp.serverSideRender, { block: name, attributes }))
			)
		);
	}

	wp.blocks.registerBlockType(name, {
		edit: Edit,
		save: () => null,
		transforms: {
			from: [
				{
					type: 'block',
					blocks: ['core/embed'],
					isMatch: ({ url }) => sites.some((site) => (url || '').startsWith(site)),
					transform: ({ url }) => wp.blocks.createBlock(name, { url })
				}
			]
		}
	});
})(window.wp);
